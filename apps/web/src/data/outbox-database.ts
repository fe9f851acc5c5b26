import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { isOf, type OutboxItem, type OutboxOwner, type OutboxShelf, waitingOf } from './outbox-shelf.ts';

/** One entry on the disk: what is clinical is sealed, what is plain says only whose it is and since when it waits. */
interface Row extends OutboxOwner {
  /** In the order recorded, over all tabs. */
  readonly order?: number;
  readonly id: string;
  readonly name: string;
  readonly queuedAtMs: number;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
}

interface Schema extends DBSchema {
  readonly items: { key: number; value: Row; indexes: { readonly id: string } };
  readonly keys: { key: string; value: CryptoKey };
}

const NAME = 'tandem-outbox';
const AES = 'AES-GCM';
/** On the disk before it is called kept: Chromium's own default is a promise of the operating system. */
const STRICT = { durability: 'strict' } as const;

/**
 * The outbox in the browser's database, sealed with a key per person and device that no script can read out
 * (reliability.md, section 5). Bound to clinic, person, database and id: a row moved to another one does not open.
 */
export function databaseShelf(): OutboxShelf {
  let opening: Promise<IDBPDatabase<Schema>> | null = null;
  const listeners: (() => void)[] = [];

  function database(): Promise<IDBPDatabase<Schema>> {
    opening ??= openDB<Schema>(NAME, 1, {
      upgrade(db) {
        const items = db.createObjectStore('items', { keyPath: 'order', autoIncrement: true });
        items.createIndex('id', 'id', { unique: true });
        db.createObjectStore('keys');
      },
      // Somebody cleared this site's data, or the browser did for want of space.
      terminated() {
        opening = null;
        for (const tell of listeners) tell();
      },
    }).catch((error) => {
      opening = null;
      throw error;
    });
    return opening;
  }

  /** Made at the first entry. @returns undefined when this device has none and `make` is false */
  async function keyOf({ clinicId, personId }: OutboxOwner, make: boolean): Promise<CryptoKey | undefined> {
    const db = await database();
    const name = `${clinicId} ${personId}`;
    const known = await db.get('keys', name);
    if (known !== undefined || !make) return known;
    const made = await crypto.subtle.generateKey({ name: AES, length: 256 }, false, ['encrypt', 'decrypt']);
    const tx = db.transaction('keys', 'readwrite', STRICT);
    // Another tab may have made one meanwhile: the first stands.
    const first = await tx.store.get(name);
    if (first === undefined) await tx.store.put(made, name);
    await tx.done;
    return first ?? made;
  }

  async function open(row: Row, key: CryptoKey): Promise<OutboxItem | null> {
    try {
      const algorithm = { name: AES, iv: row.iv, additionalData: boundTo(row) };
      const bytes = await crypto.subtle.decrypt(algorithm, key, row.sealed);
      return JSON.parse(new TextDecoder().decode(bytes)) as OutboxItem;
    } catch {
      // It stays on the disk and in the count: what cannot be read now is not thrown away.
      return null;
    }
  }

  return {
    async all(owner) {
      const key = await keyOf(owner, false);
      if (key === undefined) return [];
      const rows = await (await database()).getAll('items');
      const own = rows.filter((row) => isOf(row, owner));
      const opened = await Promise.all(own.map((row) => open(row, key)));
      return opened.filter((item) => item !== null);
    },
    async put(item) {
      const { clinicId, personId, name } = item.author;
      const key = (await keyOf(item.author, true)) as CryptoKey;
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const plain = { clinicId, personId, name, id: item.id, queuedAtMs: item.queuedAtMs };
      const algorithm = { name: AES, iv, additionalData: boundTo(plain) };
      const sealed = await crypto.subtle.encrypt(
        algorithm,
        key,
        new TextEncoder().encode(JSON.stringify(item)),
      );
      const tx = (await database()).transaction('items', 'readwrite', STRICT);
      const order = await tx.store.index('id').getKey(item.id);
      await tx.store.put({ ...plain, iv, sealed, ...(order === undefined ? {} : { order }) });
      await tx.done;
    },
    async remove(id) {
      const tx = (await database()).transaction('items', 'readwrite', STRICT);
      const order = await tx.store.index('id').getKey(id);
      if (order !== undefined) await tx.store.delete(order);
      await tx.done;
    },
    async waiting() {
      return waitingOf(await (await database()).getAll('items'));
    },
    onCleared: (listener) => void listeners.push(listener),
  };
}

function boundTo({ clinicId, personId, id }: OutboxOwner & { readonly id: string }): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${clinicId} ${personId} ${id}`);
}
