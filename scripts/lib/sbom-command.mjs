import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { at } from './paths.mjs';
import { Problem } from './problem.mjs';
import { sbomOf } from './sbom.mjs';

/** `npm run sbom -- FILE`. @param {string[]} args @param {(line: string) => void} say */
export function writeSbom(args, say) {
  const [file] = args;
  if (file === undefined || args.length > 1)
    throw new Problem('Say where to: npm run sbom -- FILE. Nothing was written.');
  const path = resolve(process.env.INIT_CWD ?? process.cwd(), file);
  if (existsSync(path))
    throw new Problem(`${path} exists already. Nothing was written. Choose another name.`);
  const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
  const bom = sbomOf(readFileSync(at('pnpm-lock.yaml'), 'utf8'), {
    version,
    madeAt: new Date().toISOString(),
  });
  writeFileSync(path, `${JSON.stringify(bom, null, 2)}\n`);
  const { components } = /** @type {{ components: { scope: string }[] }} */ (/** @type {unknown} */ (bom));
  const served = components.filter(({ scope }) => scope === 'required').length;
  say(`${path}: ${components.length} packages, ${served} of them run at a clinic.`);
}
