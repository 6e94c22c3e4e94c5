/** Bundles what the benchmark runs inside Chromium, as the page is bundled. */
import { defineConfig } from 'vite';

export default defineConfig({
  root: '.',
  publicDir: false,
  build: {
    outDir: 'dist/bench-page',
    emptyOutDir: true,
    target: 'es2022',
    lib: { entry: 'test/bench/what-if-page.ts', name: 'whatIfBench', formats: ['iife'], fileName: () => 'what-if.js' },
  },
});
