/** `npm start`: from a fresh clone to a running server. */
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { runNode } from './project.mjs';

if (process.env.npm_lifecycle_event === 'start') {
  // npm starts this in a shell that dies of a signal without passing it on: go with it, or the server would live on alone.
  const shell = process.ppid;
  setInterval(() => process.ppid !== shell && process.kill(process.pid, 'SIGTERM'), 500).unref();
}
await ensureInstalled();
await ensureBuilt();
process.exitCode = await runNode('dist/server/main.js', process.argv.slice(2));
