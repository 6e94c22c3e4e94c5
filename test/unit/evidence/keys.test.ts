import { describe, expect, it } from 'vitest';
import { CITATIONS } from '../../../src/evidence/registry.ts';
import { projectFiles, projectText } from '../../support/project-files.ts';

/** What looks like a key: an author and a year in one word. */
const KEY = /\b[A-Z][A-Za-z]+(?:19|20)\d\d(?:[A-Z][a-z]+)?\b/g;
const readers = projectFiles(/^(src|docs)\/.*[.](ts|md)$/).filter((path) => !path.startsWith('src/evidence/'));
const used = new Map<string, string>();
for (const path of readers) for (const [key] of projectText(path).matchAll(KEY)) used.set(key, path);

describe('evidence keys', () => {
  it('are looked for in the source and in the documents', () => {
    expect(readers).toContain('docs/methods/knee-load.md');
    expect(used.has('Lenhart2014')).toBe(true);
  });

  it('lead to a source wherever they are named', () => {
    expect([...used].filter(([key]) => !(key in CITATIONS))).toEqual([]);
  });

  it('are all used outside the registry', () => {
    expect(Object.keys(CITATIONS).filter((key) => !used.has(key))).toEqual([]);
  });

  it('after @cite in the source are nothing but keys', () => {
    for (const path of readers.filter((name) => name.endsWith('.ts'))) {
      for (const [, list = ''] of projectText(path).matchAll(/@cite ([^*\n]+)/g)) {
        for (const key of list.trim().split(/,\s*/))
          expect(Object.keys(CITATIONS), `${path}: @cite ${key}`).toContain(key);
      }
    }
  });
});
