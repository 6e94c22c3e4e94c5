/** Routes of what keeps the data safe: backups, export, restore, the watched folder. */
import { z } from 'zod';
import { backupListSchema, restoredSchema, watchFolderSchema, watchStateSchema } from './data.ts';
import { none, noParams, operation } from './operation.ts';

/** See the head of this file. */
export const DATA_OPERATIONS = {
  getBackups: operation({
    method: 'get',
    path: '/api/backups',
    summary: 'Copies of the database that Kneewise has made by itself or when asked, the latest first.',
    params: noParams,
    body: none,
    status: 200,
    answer: backupListSchema,
  }),
  makeBackup: operation({
    method: 'post',
    path: '/api/backups',
    summary: 'Makes a copy of the database now.',
    params: noParams,
    body: none,
    status: 201,
    answer: backupListSchema,
  }),
  exportAll: operation({
    method: 'get',
    path: '/api/export',
    summary: 'Everything in one ZIP: originals, profile, pain log, edits, and the reports as JSON and CSV.',
    params: noParams,
    body: none,
    status: 200,
    answer: z.string(),
    mediaType: 'application/zip',
  }),
  restoreAll: operation({
    method: 'post',
    path: '/api/restore',
    summary: 'Puts the state of an export or a backup into an installation that is still empty.',
    params: noParams,
    body: none,
    takesFiles: true,
    status: 200,
    answer: restoredSchema,
  }),
  getWatchFolder: operation({
    method: 'get',
    path: '/api/watch-folder',
    summary: 'The folder that new files are taken from by themselves.',
    params: noParams,
    body: none,
    status: 200,
    answer: watchStateSchema,
  }),
  putWatchFolder: operation({
    method: 'put',
    path: '/api/watch-folder',
    summary: 'Watches another folder of the machine that Kneewise runs on, or none.',
    description: 'The path has to be absolute. The files in it are never changed or deleted.',
    params: noParams,
    body: watchFolderSchema,
    status: 200,
    answer: watchStateSchema,
  }),
} as const;
