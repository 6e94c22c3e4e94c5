/** Bundles the fuzzer as the server is bundled: what is tried is what runs. */
import { defineConfig } from 'vite';

export default defineConfig({
  root: '.',
  publicDir: false,
  ssr: { external: true },
  build: {
    ssr: true,
    outDir: 'dist/fuzz',
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    rollupOptions: {
      input: { fuzz: 'test/fuzz/fuzz.ts', case: 'test/fuzz/case.ts' },
      output: { entryFileNames: '[name].js' },
    },
  },
});
