/** Bundles the program that takes pictures of the pages. */
import { defineConfig } from 'vite';

export default defineConfig({
  root: '.',
  publicDir: false,
  ssr: { external: true },
  build: {
    ssr: true,
    outDir: 'dist/shots',
    emptyOutDir: false,
    target: 'node20',
    minify: false,
    rollupOptions: {
      input: { shots: 'test/shots/shots.ts' },
      output: { entryFileNames: '[name].js' },
    },
  },
});
