/** Bundles the benchmarks as the server is bundled: what is measured is what runs. */
import { defineConfig } from 'vite';

export default defineConfig({
  root: '.',
  publicDir: false,
  ssr: { external: true },
  build: {
    ssr: true,
    outDir: 'dist/bench',
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    rollupOptions: {
      input: {
        bench: 'test/bench/bench.ts',
        peak: 'test/bench/peak.ts',
        maps: 'test/bench/maps.ts',
        'add-map': 'test/bench/add-map.ts',
        import: 'test/bench/import.ts',
        'import-once': 'test/bench/import-once.ts',
        'bare-decode': 'test/bench/bare-decode.ts',
      },
      output: { entryFileNames: '[name].js' },
    },
  },
});
