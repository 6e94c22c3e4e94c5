/** Many files in one multipart request, streamed to disk. */
import { rm } from 'node:fs/promises';
import type { Request, RequestHandler } from 'express';
import multer, { MulterError } from 'multer';
import { MOST_FILES_A_REQUEST } from '#contract/imports';
import { type IncomingFile, takeIn } from '../services/incoming.ts';
import { HttpProblem, invalidUpload } from './problem.ts';

/** Most bytes of one request. Assumption: twice an account's whole export with pictures. */
const MOST_REQUEST_BYTES = 16 * 1024 ** 3;

/** What multer keeps of a file for us, beside its own fields. */
interface Arrived {
  readonly incoming?: IncomingFile;
}

/** The files of a request that has passed {@link uploadInto}, in the order sent; empty when there were none. */
export function filesOf(request: Request): readonly IncomingFile[] {
  const files: readonly (Express.Multer.File & Arrived)[] = Array.isArray(request.files) ? request.files : [];
  return files.flatMap(({ incoming }) => incoming ?? []);
}

/** Streams each file to disk; one over the size limit is refused later by itself, not with the whole drop. */
function storageIn(folder: string): multer.StorageEngine {
  return {
    _handleFile(_request, file, done) {
      // Left alone when the disk refuses: torn down, it would tell multer of an abort before the cause comes.
      const bytes = file.stream.iterator({ destroyOnReturn: false });
      takeIn(folder, file.originalname, bytes).then(
        (incoming) => done(null, { size: incoming.bytes, incoming } as Partial<Express.Multer.File> & Arrived),
        (error: unknown) => done(error),
      );
    },
    _removeFile(_request, file: Express.Multer.File & Arrived, done) {
      const path = file.incoming?.kept?.temporaryPath;
      if (path === undefined) return done(null);
      rm(path, { force: true }).then(() => done(null), done);
    },
  };
}

/**
 * The parser of multipart throws bare errors about the bytes it was sent. What the disk and our own faults throw has a
 * code or a kind of its own.
 */
const isMalformed = (error: unknown): boolean =>
  error instanceof Error &&
  !(error instanceof MulterError) &&
  Object.getPrototypeOf(error) === Error.prototype &&
  !('code' in error);

/**
 * @param folder Absolute path of an existing folder for files under way.
 * @returns Middleware that takes the field `files`.
 */
export function uploadInto(folder: string): RequestHandler[] {
  const refuseTooLarge: RequestHandler = (request, _response, next) => {
    if (Number(request.headers['content-length'] ?? 0) <= MOST_REQUEST_BYTES) return next();
    throw new HttpProblem(413, 'upload-too-large', 'Upload too large', 'Give the files in several smaller uploads.');
  };
  const limits = { files: MOST_FILES_A_REQUEST, parts: MOST_FILES_A_REQUEST, fileSize: MOST_REQUEST_BYTES, fields: 0 };
  const take = multer({ storage: storageIn(folder), limits, defParamCharset: 'utf8', preservePath: true }).array(
    'files',
  );
  const takeWellFormed: RequestHandler = (request, response, next) =>
    take(request, response, (error: unknown) => next(isMalformed(error) ? invalidUpload() : error));
  return [refuseTooLarge, takeWellFormed];
}
