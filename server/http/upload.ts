/** Many files in one multipart request, streamed to disk. */
import type { Request, RequestHandler } from 'express';
import multer from 'multer';
import { type IncomingFile, takeIn } from '../services/incoming.ts';
import { HttpProblem } from './problem.ts';

/** Most files in one request. Assumption: more than ten years of runs. */
const MOST_FILES = 10_000;
/** Most bytes of one request. Assumption: an account's whole export of recordings. */
const MOST_REQUEST_BYTES = 4 * 1024 ** 3;

const arrived = new WeakMap<Request, IncomingFile[]>();

/** The files of a request that has passed {@link uploadInto}; empty when there were none. */
export const filesOf = (request: Request): readonly IncomingFile[] => arrived.get(request) ?? [];

/** Keeps what has arrived of a request beside it; a file over the size limit is refused later, not the whole drop. */
function storageIn(folder: string): multer.StorageEngine {
  return {
    _handleFile(request, file, done) {
      takeIn(folder, file.originalname, file.stream).then(
        (taken) => {
          arrived.set(request, [...(arrived.get(request) ?? []), taken]);
          done(null, { size: taken.bytes });
        },
        (error: unknown) => done(error),
      );
    },
    _removeFile: (_request, _file, done) => done(null),
  };
}

/**
 * @param folder Absolute path of an existing folder for files under way.
 * @returns Middleware that takes the field `files`.
 */
export function uploadInto(folder: string): RequestHandler[] {
  const refuseTooLarge: RequestHandler = (request, _response, next) => {
    if (Number(request.headers['content-length'] ?? 0) <= MOST_REQUEST_BYTES) return next();
    throw new HttpProblem(413, 'upload-too-large', 'Upload too large', 'Give the files in several smaller uploads.');
  };
  const limits = { files: MOST_FILES, parts: MOST_FILES, fileSize: MOST_REQUEST_BYTES, fields: 0 };
  const take = multer({ storage: storageIn(folder), limits, defParamCharset: 'utf8' }).array('files');
  return [refuseTooLarge, take];
}
