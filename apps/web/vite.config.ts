import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  server: {
    host: '127.0.0.1',
    proxy: { '/api': { target: 'http://127.0.0.1:3000', ws: true } },
  },
  build: {
    target: 'es2023',
    sourcemap: true,
    // Charts weigh as much as everything else and are needed in the room alone (performance.md, G11). They are split
    // off by their lazy import; a named group would draw shared helpers into it, and sign-in would load it too.
  },
});
