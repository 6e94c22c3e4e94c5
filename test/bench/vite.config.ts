/** Bundles the benchmarks as the server is bundled: what is measured is what runs. */
import { defineConfig } from 'vite';
import { NATIVE } from '../../server/vite.config.ts';

export default defineConfig({
  root: '.',
  publicDir: false,
  ssr: { noExternal: true, external: [...NATIVE, 'playwright-core'] },
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
        web: 'test/bench/web.ts',
      },
      // Beside the entries: code that finds a file by import.meta.dirname must not move into a folder of chunks.
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
