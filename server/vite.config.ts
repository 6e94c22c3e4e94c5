/**
 * Bundles the programs that run in Node: the server, its analysis worker, the command line and the generator of the
 * sample season, with the packages that they use: to find and translate these one by one takes longer at every start than
 * all else that a program does then.
 */
import { defineConfig } from 'vite';

const ENTRIES = {
  main: 'server/main.ts',
  'analysis-worker': 'server/jobs/analysis-worker.ts',
  cli: 'server/cli/main.ts',
  'generate-sample-season': 'fixtures/generate-sample-season.ts',
};

/** Packages that stay outside: native code loads its library from beside its own package. */
export const NATIVE = ['@photostructure/sqlite'];

export default defineConfig({
  root: '.',
  publicDir: false,
  ssr: { noExternal: true, external: NATIVE },
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
