import { describe, expect, it } from 'vitest';
import { projectFiles, projectText } from '../support/project-files.ts';

const SOURCES = projectFiles(/^(src|server|web|fixtures|test)\/.*[.](ts|tsx|mjs|css)$/);
const TEXTS = projectFiles(/[.](ts|tsx|mjs|css|json|md|html|yml)$|^[.]ci\//);
const MOST_LINES = 300;
const MEDIAN_LINES = 80;

const countLines = (path: string) => projectText(path).trimEnd().split('\n').length;

describe('the house rules', () => {
  it('keep every source file within 300 lines', () => {
    expect(SOURCES.filter((path) => countLines(path) > MOST_LINES)).toEqual([]);
  });

  it('keep the middle source file within 80 lines', () => {
    const lines = SOURCES.map(countLines).sort((a, b) => a - b);
    expect(lines[Math.floor(lines.length / 2)]).toBeLessThanOrEqual(MEDIAN_LINES);
  });

  it('allow default exports in settings only, where a tool asks for them', () => {
    const asked = /[.]config[.]ts$|summary-reporter[.]mjs$/;
    const files = SOURCES.filter((path) => /^export default|export \{[^}]*as default/m.test(projectText(path)));
    expect(files.filter((path) => !asked.test(path))).toEqual([]);
  });

  it('allow re-exports in the door of the library only', () => {
    const files = projectFiles(/^(src|server|web)\/.*[.]tsx?$/).filter((path) =>
      /^export (\*|(type )?\{[^}]*\}) from /m.test(projectText(path)),
    );
    expect(files.filter((path) => path !== 'src/index.ts')).toEqual([]);
  });

  it('name no package registry, which is the choice of whoever installs', () => {
    const host = /\b(registry|deb|mirrors?|snapshot)\.[a-z0-9-]+\.(org|com|net|dev)\b/;
    expect(TEXTS.filter((path) => host.test(projectText(path)))).toEqual([]);
  });

  it('name no path of one machine', () => {
    expect(TEXTS.filter((path) => /["'`\s(](\/root|\/work)\//.test(projectText(path)))).toEqual([]);
  });

  it('explain every suppressed check', () => {
    const mute = /biome-ignore [^:]+:?\s*(<explanation>)?\s*$|@ts-(ignore|expect-error)\s*$|eslint-disable/m;
    expect(SOURCES.filter((path) => mute.test(projectText(path)) && !path.endsWith('house-rules.test.ts'))).toEqual([]);
  });

  it('comment every export of the library', () => {
    const uncommented = projectFiles(/^src\/.*[.]ts$/).flatMap((path) => {
      const lines = projectText(path).split('\n');
      return lines.flatMap((line, i) => {
        const name = /^export (?:async )?(?:const|function|class|interface|type|enum) (\w+)/.exec(line)?.[1];
        return name !== undefined && !/\*\/\s*$/.test(lines[i - 1] ?? '') ? [`${path}: ${name}`] : [];
      });
    });
    expect(uncommented).toEqual([]);
  });
});
