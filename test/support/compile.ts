import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT } from './project-files.ts';

const TSC = join(PROJECT, 'node_modules/typescript/bin/tsc');

/** What the compiler says of a file `planted.ts` with this text under the library's settings; nothing when it is sound. */
export function compileAsLibrary(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'kneewise-compile-'));
  writeFileSync(join(folder, 'planted.ts'), text);
  const settings = { extends: join(PROJECT, 'src/tsconfig.json'), include: [join(folder, 'planted.ts')] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings));
  const { stdout } = spawnSync(process.execPath, [TSC, '-p', folder], { cwd: PROJECT, encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  return stdout;
}
