import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The page, built to dist/web. The strict content security policy of the server allows neither inline scripts nor data: fonts. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8420' } },
});
