import { describe, expect, it } from 'vitest';
import { watchFilesOf } from '../../../web/features/runs/collect-files.ts';

describe('files of a folder', () => {
  it('keeps watch files, also packed and in capitals, and counts the rest', () => {
    const names = ['run.fit', 'RUN.GPX', 'old.tcx.gz', 'notes.txt', 'photo.jpg', 'fit'];
    const { files, leftAlone } = watchFilesOf(names.map((name) => new File([], name)));
    expect(files.map((file) => file.name)).toEqual(['run.fit', 'RUN.GPX', 'old.tcx.gz']);
    expect(leftAlone).toBe(3);
  });
});
