/** `npm run fuzz`: reads damaged files until the time is up; see docs/methods/fuzzing.md. */
import { runBundled } from './bundled.mjs';

await runBundled(['test/fuzz/vite.config.ts'], 'dist/fuzz/fuzz.js');
