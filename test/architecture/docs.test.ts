import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT, projectFiles, projectText } from '../support/project-files.ts';

const PAGES = projectFiles(/[.]md$/);

/** The name that a heading gets as a link target: lower case, without punctuation, blanks as hyphens. */
const toAnchor = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

const anchorsOf = (path: string) =>
  [...projectText(path).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => toAnchor(heading));

/** Links of a page to other files of the project, as [target path, anchor]. */
function linksOf(page: string): readonly { target: string; anchor: string }[] {
  const links = [...projectText(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
  return links
    .filter((link) => !/^[a-z]+:/.test(link))
    .map((link) => {
      const [path = '', anchor = ''] = link.split('#');
      return { target: path === '' ? page : join(dirname(page), path), anchor };
    });
}

describe('the documentation', () => {
  it('has links that lead somewhere', () => {
    const dead = PAGES.flatMap((page) =>
      linksOf(page)
        .filter(({ target, anchor }) => {
          if (!existsSync(join(PROJECT, target))) return true;
          return anchor !== '' && target.endsWith('.md') && !anchorsOf(target).includes(anchor);
        })
        .map(({ target, anchor }) => `${page} → ${target}#${anchor}`),
    );
    expect(PAGES.length).toBeGreaterThan(0);
    expect(dead).toEqual([]);
  });

  it('names files that exist', () => {
    const named = /`((?:src|server|web|fixtures|test|docs)\/[\w./-]+[.](?:tsx?|mjs|md|json))`/g;
    const missing = PAGES.flatMap((page) =>
      [...projectText(page).matchAll(named)]
        .map(([, path = '']) => path)
        .filter((path) => !path.includes('/my-') && !existsSync(join(PROJECT, path)))
        .map((path) => `${page} names ${path}`),
    );
    expect(missing).toEqual([]);
  });

  it('names commands that exist', () => {
    const { scripts } = JSON.parse(projectText('package.json'));
    const missing = PAGES.flatMap((page) =>
      [...projectText(page).matchAll(/npm run (?:-s )?([a-z]+)/g)]
        .map(([, name = '']) => name)
        .filter((name) => !(name in scripts))
        .map((name) => `${page} names npm run ${name}`),
    );
    expect(missing).toEqual([]);
  });
});
