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
    rolldownOptions: {
      output: {
        codeSplitting: {
          // Charts are needed in the room alone and weigh as much as everything else (performance.md, G11):
          // their own chunk, and nothing shared may fall into it, or sign-in would load it too.
          groups: [
            {
              name: 'charts',
              test: /node_modules[\\/].*(recharts|victory-vendor|d3-|immer|redux|reselect|decimal\.js|es-toolkit)/,
            },
            { name: 'react', test: /node_modules[\\/].*[\\/](react|react-dom|scheduler)[\\/]/ },
          ],
        },
      },
    },
  },
});
