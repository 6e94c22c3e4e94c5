import { describe, expect, it } from 'vitest';
import { compileAsLibrary } from '../support/compile.ts';
import { projectFiles, projectText } from '../support/project-files.ts';

describe('the library', () => {
  it('compiles plain code, so that the next tests mean something', () => {
    expect(compileAsLibrary('export const sum = (a: number, b: number): number => a + b;')).toBe('');
  });

  it.each([
    ['the page', 'export const title = document.title;', 'document'],
    ['the window', 'export const width = window.innerWidth;', 'window'],
    ['the process', 'export const home = process.env.HOME;', 'process'],
    ['the file system', "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;", 'node:fs'],
    ['the network', "export const answer = fetch('/');", 'fetch'],
    ['the console', "console.log('here');", 'console'],
    ['a timer', 'setTimeout(() => {}, 1);', 'setTimeout'],
  ])('does not compile when it reaches for %s', (_what, text, name) => {
    expect(compileAsLibrary(text)).toMatch(new RegExp(`planted[.]ts.*error TS.*'${name}`));
  });

  it('reads no clock and draws no random number, which the compiler cannot tell', () => {
    const impure = /\bMath\.random\b|\bDate\.now\b|\bnew Date\(\)|\bperformance\.now\b|\bcrypto\.random/;
    const files = projectFiles(/^src\/.*[.]ts$/);
    expect(files.length).toBeGreaterThan(10);
    expect(files.filter((path) => impure.test(projectText(path)))).toEqual([]);
  });
});
