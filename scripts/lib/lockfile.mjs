/**
 * pnpm-lock.yaml as pnpm writes it (format 9): two spaces per level, one key a line. Enough of YAML for that, so that
 * listing what is installed asks nobody and needs no package.
 *
 * @typedef {object} Locked
 * @property {Map<string, string>} integrity of every package, by `name@version`: base64 after its algorithm, or '' where none is given
 * @property {Map<string, { specifier: string, resolved: string, kind: string }[]>} importers direct dependencies of each workspace folder, by kind
 * @property {Map<string, Set<string>>} peers of every package: what it works beside, and does not bring
 * @property {Map<string, string[]>} edges of every installed package, by its key with peers, to others
 */

/** @param {string} text @returns {Locked} */
export function readLockfile(text) {
  /** @type {Locked} */
  const locked = { integrity: new Map(), peers: new Map(), importers: new Map(), edges: new Map() };
  let [section, owner, kind, name] = ['', '', '', ''];
  for (const line of text.split('\n')) {
    const found = /^( *)('?)(.+?)\2:(?: (.*))?$/.exec(line);
    if (!found) continue;
    const depth = (found[1] ?? '').length;
    const [key, value] = [found[3] ?? '', unquoted(found[4] ?? '')];
    if (depth === 0) section = key;
    else if (depth === 2) {
      owner = key;
      if (section === 'packages') locked.integrity.set(owner, '');
      if (section === 'snapshots') locked.edges.set(owner, []);
      if (section === 'importers') locked.importers.set(owner, []);
    } else if (section === 'packages' && depth === 4 && key === 'resolution') {
      locked.integrity.set(owner, /integrity: (sha512-[\w+/=]+)/.exec(value)?.[1] ?? '');
    } else if (depth === 4) kind = key;
    else if (section === 'packages' && depth === 6 && kind === 'peerDependencies') {
      locked.peers.set(owner, (locked.peers.get(owner) ?? new Set()).add(key));
    } else if (
      section === 'snapshots' &&
      depth === 6 &&
      /[dD]ependencies$/.test(kind) &&
      kind !== 'transitivePeerDependencies'
    ) {
      locked.edges.get(owner)?.push(keyOf(key, value));
    } else if (section === 'importers' && depth === 6) name = key;
    else if (section === 'importers' && depth === 8) {
      const all = locked.importers.get(owner) ?? [];
      if (key === 'specifier') all.push({ specifier: value, resolved: '', kind });
      const last = all.at(-1);
      if (key === 'version' && last) last.resolved = keyOf(name, value);
    }
  }
  return locked;
}

/** Of an edge: an alias names its own package, a link none. @param {string} name @param {string} version */
function keyOf(name, version) {
  if (version.startsWith('link:')) return '';
  return /^(@[^/]+\/)?[^@(]+@/.test(version) ? version : `${name}@${version}`;
}

/** @param {string} text */
const unquoted = (text) => text.replace(/^'(.*)'$/, '$1');

/** `name@version` without the peers it was installed beside. @param {string} key */
export const withoutPeers = (key) => key.replace(/\(.*$/, '');

/**
 * Every package that is reached from these, with its peers' choice taken away.
 * @param {Locked} locked @param {string[]} from keys with peers
 */
export function reached({ edges, peers }, from) {
  /** @type {Set<string>} */
  const seen = new Set();
  const queue = [...from];
  for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
    if (key === '' || seen.has(key)) continue;
    seen.add(key);
    const beside = peers.get(withoutPeers(key));
    queue.push(...(edges.get(key) ?? []).filter((edge) => !beside?.has(edge.replace(/(.)@.*$/, '$1'))));
  }
  return new Set([...seen].map(withoutPeers));
}
