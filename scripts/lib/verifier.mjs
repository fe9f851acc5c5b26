import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { at, ROOT } from './paths.mjs';

const PAGE = 'packages/records/src/verifier/page.html';
const SCRIPT = 'packages/records/src/verifier/page.ts';

/**
 * The page that checks an exported session: one file, with the chain's own code in it, that needs neither server nor
 * network. Its policy names the script by its hash.
 * @returns {Promise<string>}
 */
export async function verifierPage() {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: [SCRIPT],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    charset: 'utf8',
    logLevel: 'silent',
  });
  // Inside a script element this ends it, wherever it stands.
  const script = /** @type {{ text: string }} */ (outputFiles[0]).text
    .replaceAll('</script', '<\\/script')
    .trim();
  const hash = `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
  return readFileSync(at(PAGE), 'utf8')
    .replace("script-src 'none'", `script-src ${hash}`)
    .replace('/* program */', () => script);
}
