import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { PROJECT, projectFiles, projectText } from '../support/project-files.ts';
import { BREACHES } from './breaches.ts';

interface Cruise {
  readonly modules: readonly { readonly source: string }[];
  readonly summary: {
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly rule: { readonly name: string };
    }[];
    readonly ruleSetUsed: { readonly forbidden: readonly { readonly name: string; readonly comment?: string }[] };
  };
}

const CRUISER = join(PROJECT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
const CONFIG = join(PROJECT, '.dependency-cruiser.mjs');

/** Runs dependency-cruiser with the project's rules on the source folders of a project. */
function cruise(folder: string): Cruise {
  const folders = ['src', 'server', 'web', 'fixtures'].filter((name) => existsSync(join(folder, name)));
  const args = [CRUISER, '--config', CONFIG, '--output-type', 'json', ...folders];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 27 });
  try {
    return JSON.parse(stdout);
  } catch {
    throw new Error(`dependency-cruiser gave no JSON: ${stderr}`);
  }
}

/** Lays out a project that breaks each rule once. */
function plantBreaches(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kneewise-breaches-'));
  symlinkSync(join(PROJECT, 'node_modules'), join(folder, 'node_modules'));
  const files: [string, string][] = [['package.json', projectText('package.json')]];
  for (const { files: planted } of BREACHES) files.push(...Object.entries(planted));
  for (const [path, text] of files) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

describe('the fences between the parts', () => {
  const planted = plantBreaches();
  const broken = cruise(planted);
  afterAll(() => rmSync(planted, { recursive: true }));

  it('hold in the project', () => {
    const { summary } = cruise(PROJECT);
    expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
  });

  it('look at every source file of the project, not at none', () => {
    const seen = new Set(cruise(PROJECT).modules.map(({ source }) => source));
    const unseen = projectFiles(/^(src|server|web|fixtures)\/.*(?<![.]d)[.]tsx?$/).filter((path) => !seen.has(path));
    expect(seen.size).toBeGreaterThan(0);
    expect(unseen).toEqual([]);
  });

  it.each(BREACHES)('catch a breach of $rule', ({ rule, from }) => {
    const caught = broken.summary.violations.filter((violation) => violation.from === from);
    expect(caught.map((violation) => violation.rule.name)).toContain(rule);
  });

  it('have a planted breach each', () => {
    const rules = broken.summary.ruleSetUsed.forbidden.map(({ name }) => name);
    expect(BREACHES.map(({ rule }) => rule).sort()).toEqual([...rules].sort());
  });

  it('say why they stand', () => {
    const mute = broken.summary.ruleSetUsed.forbidden.filter(({ comment }) => (comment ?? '').length < 20);
    expect(mute).toEqual([]);
  });
});
