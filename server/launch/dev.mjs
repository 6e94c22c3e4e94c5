/**
 * `npm run dev`: the server, built and started anew at each change, and the page with hot reload in front of it.
 */
import { spawn } from 'node:child_process';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { ROOT } from './project.mjs';

const VITE = 'node_modules/vite/bin/vite.js';

await ensureInstalled();
await ensureBuilt();

const programs = [
  [VITE, 'build', '--watch', '--logLevel', 'warn', '--config', 'server/vite.config.ts'],
  ['--watch', 'dist/server/main.js'],
  [VITE, '--config', 'web/vite.config.ts'],
].map((args) => spawn(process.execPath, args, { cwd: ROOT, stdio: 'inherit' }));

const stop = () => {
  for (const program of programs) program.kill();
};
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
// One that ends takes the others along: half a development server only confuses.
for (const program of programs) program.on('exit', stop);
