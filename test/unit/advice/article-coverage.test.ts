import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ARTICLE, CARE } from '../../../src/advice/care.ts';
import { CITATIONS } from '../../../src/evidence/registry.ts';
import { FACTORS } from '../../../src/risk/registry.ts';

const ROOT = join(import.meta.dirname, '../../..');
const page = readFileSync(join(ROOT, 'docs/article-coverage.md'), 'utf8');
const rows = page
  .split('\n')
  .filter((line) => /^\| *[^-\s]/.test(line) && !line.startsWith('| Statement'))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
  .map(([statement = '', where = '', found = '', verdict = '', sources = '']) => ({
    statement,
    where,
    found,
    verdict,
    sources,
  }));

/** Factors that stand on more than the article. */
const BEYOND_THE_ARTICLE = ['speed-session', 'data-quality', 'asymmetry'];

describe('docs/article-coverage.md', () => {
  it('holds the article’s statements: five causes, three kinds, seven treatments, four on stretches, seven preventions', () => {
    expect(rows).toHaveLength(26);
  });

  it.each(rows)('$statement', ({ where, found, verdict, sources }) => {
    const paths = [...where.matchAll(/`(src\/[^`]+)`/g)].map(([, path]) => path as string);
    expect(paths.length).toBeGreaterThan(0);
    for (const path of paths) expect([path, existsSync(join(ROOT, path))]).toEqual([path, true]);
    for (const [, id] of where.matchAll(/`([a-z-]+)`/g)) expect(CARE.map((item) => item.id)).toContain(id);
    for (const key of sources.split(', ')) expect(CITATIONS).toHaveProperty(key);
    expect(found.length).toBeGreaterThan(5);
    expect(verdict).not.toBe('');
  });

  it.each(CARE)('names the care $id', ({ id }) => {
    expect(page).toContain(`\`${id}\``);
  });

  it('has as many statements as the care page', () => {
    const shown = ARTICLE.flatMap((topic) => topic.statements);
    // “Stretch regularly” has a row of its own; on the page it is the two stretches themselves.
    expect(shown.length).toBe(rows.length - 1);
  });

  it.each(FACTORS.filter(({ id }) => !BEYOND_THE_ARTICLE.includes(id)))('names the factor $id', ({ id }) => {
    expect(page).toContain(`src/risk/factors/${id}.ts`);
  });
});

describe('the care', () => {
  it.each(CARE)(
    '$id tells article and studies apart, names a source and gives no dose',
    ({ articleSays, studiesFound, text, basis }) => {
      expect(articleSays).not.toBe(studiesFound);
      for (const key of basis.keys) expect(CITATIONS).toHaveProperty(key);
      expect(`${text} ${studiesFound}`).not.toMatch(/\d+ ?mg|tablet|ibuprofen|advil|aleve|naproxen|cure|!/i);
    },
  );

  it('holds the stretches ten seconds, five times', () => {
    const timed = CARE.filter(({ timer }) => timer !== null);
    expect(timed.map(({ id }) => id)).toEqual(['butterfly-stretch', 'hamstring-stretch']);
    for (const { timer } of timed) expect(timer).toEqual({ holdS: 10, repeats: 5 });
  });
});
