import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Plugin, transformWithOxc } from 'vite';

const SOURCE = fileURLToPath(new URL('./service-worker/service-worker.ts', import.meta.url));
/** Beside the built files; letters of other alphabets are fetched when a name needs them. */
const ALWAYS = ['/index.html', '/favicon.svg', '/first-paint.js', '/manifest.webmanifest', '/icon-192.png'];
const IN_SHELL = /\.(?:js|css)$|latin-[^/]*\.woff2$/;

/** Writes `service-worker.js` with the list of this build's files in it (see service-worker/service-worker.ts). */
export function offlineShell(): Plugin {
  return {
    name: 'tandem-offline-shell',
    apply: 'build',
    enforce: 'post',
    async generateBundle(_options, bundle) {
      const built = Object.keys(bundle).filter((name) => IN_SHELL.test(name) && !name.includes('-ext'));
      const files = [...ALWAYS, ...built.sort().map((name) => `/${name}`)];
      const { code } = await transformWithOxc(readFileSync(SOURCE, 'utf8'), SOURCE);
      const html = bundle['index.html'];
      const version = createHash('sha256')
        .update(JSON.stringify([files, html?.type === 'asset' ? html.source : '', code]))
        .digest('hex')
        .slice(0, 12);
      const source = code
        .replaceAll('SHELL_FILES', JSON.stringify(files))
        .replaceAll('SHELL_VERSION', JSON.stringify(version));
      this.emitFile({ type: 'asset', fileName: 'service-worker.js', source });
    },
  };
}
