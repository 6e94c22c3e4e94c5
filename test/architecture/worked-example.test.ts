import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { AnyFactor } from '../../src/risk/define.ts';
import { judge } from '../../src/risk/evaluate.ts';
import { compileAsLibrary } from '../support/compile.ts';
import { PROJECT, projectText } from '../support/project-files.ts';
import { riskInput } from '../support/risk-input.ts';

const PAGE = 'docs/adding-a-risk-factor.md';

/** The example's factor as the page prints it, with imports that work from anywhere. */
const example = (/```ts\n([\s\S]*?)```/.exec(projectText(PAGE))?.[1] ?? '').replaceAll(
  "from '../",
  `from '${PROJECT}/src/risk/`,
);

describe('the worked example of a risk factor', () => {
  // Inside the project, so that vitest transforms it; in a folder that git ignores.
  const cache = join(PROJECT, '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'example-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('compiles as it is printed', () => {
    expect(example).toContain('defineFactor');
    expect(compileAsLibrary(example)).toBe('');
  });

  it('does not compile once its threshold has no basis', () => {
    expect(compileAsLibrary(example.replace(", since: '2026-11-22', basis: OPINION", ''))).toContain('error TS');
  });

  it('judges as the page says', async () => {
    const path = join(folder, 'my-long-outing.ts');
    writeFileSync(path, example);
    const { myLongOuting }: { myLongOuting: AnyFactor } = await import(path);
    const outing = (minutes: number) => judge(myLongOuting, riskInput({ stretches: [{ minutes }] }));
    expect(outing(180)).toMatchObject({ status: 'scored', severity: 'info' });
    expect(outing(60)).toMatchObject({ status: 'scored', severity: 'none' });
  });
});
