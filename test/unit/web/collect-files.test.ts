import { describe, expect, it } from 'vitest';
import { SOUND } from '../../../fixtures/broken/fixture.ts';
import { writeFit } from '../../../fixtures/write/fit.ts';
import { filesOf, watchFilesOf } from '../../../web/features/runs/collect-files.ts';

describe('files of a folder', () => {
  it('keeps watch files, also packed and in capitals, and the lists of exports, and counts the rest', async () => {
    const names = ['run.fit', 'RUN.GPX', 'old.tcx.gz', 'activities.csv', 'a_0_summarizedActivities.json'];
    const rest = ['notes.txt', 'photo.jpg', 'fit', 'other.csv'];
    const { files, leftAlone } = await watchFilesOf(filesOf([...names, ...rest].map((name) => new File(['x'], name))));
    expect(files.map(({ name }) => name)).toEqual(names);
    expect(leftAlone).toBe(rest.length);
  });

  it('never leaves a recording alone for its name', async () => {
    const bytes = new Uint8Array(writeFit(SOUND));
    const { files } = await watchFilesOf(filesOf([new File([bytes], '8F2A'), new File(['<gpx>'], 'export.bak')]));
    expect(files.map(({ name }) => name)).toEqual(['8F2A', 'export.bak']);
  });
});
