import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  // relative, so that the page works in a folder of any server
  base: './',
  plugins: [react()],
  // in a worker Vite keeps every licence header, half of the file; the packages' licences are named in the README
  worker: { format: 'es', rolldownOptions: { output: { comments: false } } },
  build: { chunkSizeWarningLimit: 900 },
});
