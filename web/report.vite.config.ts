import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The report as one file, for the server and the command line: the page's own parts, bundled to run without a browser. */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  plugins: [react()],
  ssr: { external: ['react', 'react-dom'] },
  build: {
    ssr: 'features/report/paper/render-report.tsx',
    outDir: '../dist/report',
    emptyOutDir: true,
    target: 'node20',
    minify: false,
  },
});
