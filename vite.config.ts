import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { lean } from './vite.lean.ts';
import { messages } from './vite.messages.ts';
import { offline } from './vite.offline.ts';

export default defineConfig({
  // relative, so that the page works in a folder of any server
  base: './',
  plugins: [react(), messages(), lean(), offline()],
  // in a worker Vite keeps every licence header, half of the file; all licences stand in licences.md beside the page
  worker: { format: 'es', plugins: () => [lean()], rolldownOptions: { output: { comments: false } } },
  build: { chunkSizeWarningLimit: 900, license: { fileName: 'licences.md' } },
});
