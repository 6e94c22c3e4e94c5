import { describe, expect, it } from 'vitest';
import type { Citation } from '../../../src/evidence/citation.ts';
import { CITATIONS, CITATIONS_BY_TOPIC } from '../../../src/evidence/registry.ts';

const entries: [string, Citation][] = Object.entries(CITATIONS);

describe('the evidence registry', () => {
  it('holds every entry of every topic once', () => {
    const keys = Object.values(CITATIONS_BY_TOPIC).flatMap((topic) => Object.keys(topic));
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.toSorted()).toEqual(Object.keys(CITATIONS).toSorted());
  });

  it.each(entries)('%s is named after its first author and year', (key, { authors, year }) => {
    const [, name, yearInKey] = /^([A-Z][A-Za-z]*)(\d{4})[A-Za-z]*$/.exec(key) ?? [];
    expect(Number(yearInKey)).toBe(year);
    const letters = (text: string) =>
      text
        .normalize('NFD')
        .replace(/[^A-Za-z]/g, '')
        .toLowerCase();
    const surname = letters(authors.split(/ [A-Z]{1,5}(?:,|$| and)/)[0] ?? '');
    const initials = (authors.match(/\b[A-Z]/g) ?? []).join('').toLowerCase();
    expect([surname, initials].some((form) => form.includes(letters(name ?? '?')))).toBe(true);
  });

  it.each(entries)('%s can be found by a DOI or an address', (_key, { doi, url }) => {
    if (doi === null) return expect(url === null || url.startsWith('https://')).toBe(true);
    expect(doi).toMatch(/^10\.\d{4,9}\/[^\s]+[^\s.]$/);
    expect(url).toBeNull();
  });

  it('gives no DOI twice', () => {
    const dois = entries.flatMap(([, { doi }]) => (doi === null ? [] : [doi.toLowerCase()]));
    expect(new Set(dois).size).toBe(dois.length);
  });

  it.each(entries)('%s says when it was read', (_key, { readOn, year }) => {
    expect(readOn).toMatch(/^\d{4}-\d{2}(-\d{2})?$/);
    expect(Number(readOn.slice(0, 4))).toBeGreaterThanOrEqual(year);
  });

  it('shows no number that is only recalled', () => {
    for (const [key, { read, finding }] of entries) {
      if (read === 'recalled') expect(finding, key).not.toMatch(/\d/);
    }
  });
});
