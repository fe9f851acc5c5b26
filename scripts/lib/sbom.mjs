import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reached, readLockfile, withoutPeers } from './lockfile.mjs';
import { at } from './paths.mjs';

/**
 * Every package of the lockfile as CycloneDX 1.6 (JSON): what runs at a clinic is `required`, tools are `excluded`.
 * The same lockfile gives the same serial number. Licences are those of what is installed here; a package of another
 * platform has none.
 * @param {string} lockfile its text @param {{ version: string, madeAt: string }} about @returns {Record<string, unknown>}
 */
export function sbomOf(lockfile, { version, madeAt }) {
  const locked = readLockfile(lockfile);
  const served = [...locked.importers]
    .filter(([dir]) => /^(apps|packages)\//.test(dir))
    .flatMap(([, all]) =>
      all.filter(({ kind }) => kind !== 'devDependencies').map(({ resolved }) => resolved),
    );
  const atRuntime = reached(locked, served);
  const licences = installedLicences();
  const components = [...locked.integrity].map(([key, integrity]) => {
    const { group, name, version: of } = partsOf(key);
    const licence = licences.get(key);
    return {
      type: 'library',
      'bom-ref': purlOf(key),
      ...(group && { group }),
      name,
      version: of,
      scope: atRuntime.has(key) ? 'required' : 'excluded',
      hashes: [
        { alg: 'SHA-512', content: Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex') },
      ],
      ...(licence && { licenses: [licenceOf(licence)] }),
      purl: purlOf(key),
    };
  });
  /** @type {Map<string, Set<string>>} */
  const dependsOn = new Map(components.map((one) => [one.purl, new Set()]));
  for (const [key, edges] of locked.edges)
    for (const edge of edges) dependsOn.get(purlOf(withoutPeers(key)))?.add(purlOf(withoutPeers(edge)));
  const root = `tandem@${version}`;
  const direct = new Set(
    [...locked.importers.values()]
      .flat()
      .filter(({ resolved }) => resolved !== '')
      .map(({ resolved }) => purlOf(withoutPeers(resolved))),
  );
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${uuidOf(lockfile)}`,
    version: 1,
    metadata: {
      timestamp: madeAt,
      component: { type: 'application', 'bom-ref': root, name: 'tandem', version },
    },
    components,
    dependencies: [
      { ref: root, dependsOn: [...direct].sort() },
      ...[...dependsOn].map(([ref, all]) => ({ ref, dependsOn: [...all].sort() })),
    ],
  };
}

/** @param {string} key `@scope/name@1.2.3` */
function partsOf(key) {
  const cut = key.lastIndexOf('@');
  const whole = key.slice(0, cut);
  const [group, name] = whole.startsWith('@') ? whole.split('/') : ['', whole];
  return { group: group ?? '', name: name ?? '', version: key.slice(cut + 1) };
}

/** @param {string} key */
function purlOf(key) {
  const { group, name, version } = partsOf(key);
  return `pkg:npm/${group ? `${encodeURIComponent(group)}/` : ''}${name}@${version}`;
}

/** One licence of the list, or an expression of several. @param {string} text */
function licenceOf(text) {
  if (/ (OR|AND|WITH) /.test(text)) return { expression: text };
  return /^[\w.+-]+$/.test(text) && !/^(see|unlicensed)/i.test(text)
    ? { license: { id: text } }
    : { license: { name: text } };
}

/** What each installed package says of itself. */
function installedLicences() {
  /** @type {Map<string, string>} */
  const found = new Map();
  const store = at('node_modules', '.pnpm');
  if (!existsSync(store)) return found;
  for (const dir of readdirSync(store)) {
    const inside = join(store, dir, 'node_modules');
    if (!existsSync(inside)) continue;
    for (const path of packageDirs(inside)) {
      const file = join(path, 'package.json');
      if (!existsSync(file)) continue;
      const { name, version, license } = JSON.parse(readFileSync(file, 'utf8'));
      const text = typeof license === 'string' ? license : license?.type;
      if (name && version && text) found.set(`${name}@${version}`, text);
    }
  }
  return found;
}

/** @param {string} inside a node_modules folder */
function packageDirs(inside) {
  return readdirSync(inside).flatMap((name) =>
    name.startsWith('@')
      ? readdirSync(join(inside, name)).map((part) => join(inside, name, part))
      : [join(inside, name)],
  );
}

/** A UUID (version 8) made of a text. @param {string} text */
function uuidOf(text) {
  const hex = createHash('sha256').update(text).digest('hex');
  const variant = ((Number.parseInt(hex[16] ?? '0', 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
