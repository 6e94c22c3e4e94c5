/**
 * Bundles the programs that run in Node: the server, its analysis worker, the command line and the generator of the
 * sample season. Packages stay outside the bundle, so that native and large ones are loaded from node_modules as they are.
 */
import { defineConfig } from 'vite';

const ENTRIES = {
  main: 'server/main.ts',
  'analysis-worker': 'server/jobs/analysis-worker.ts',
  cli: 'server/cli/main.ts',
  'generate-sample-season': 'fixtures/generate-sample-season.ts',
};

export default defineConfig({
  root: '.',
  publicDir: false,
  ssr: { external: true },
  build: {
    ssr: true,
    outDir: 'dist/server',
    emptyOutDir: true,
    target: 'node20',
    sourcemap: true,
    minify: false,
    rollupOptions: {
      input: ENTRIES,
      output: {
        entryFileNames: '[name].js',
        // Beside the entries: code that finds a file by import.meta.url must not move into a folder of chunks.
        chunkFileNames: '[name]-[hash].js',
      },
    },
  },
});
