import { randomBytes, randomUUID } from 'node:crypto';
import { KEY_BYTES, seal, unseal } from '../cipher.ts';
import { refused } from '../refusal-error.ts';
import { type InstallationKey, makeInstallationKey, readInstallationKey } from './installation-key.ts';
import type { NotesScope } from './scope.ts';

export interface AuthorKey {
  readonly id: string;
  readonly key: Buffer;
}

/** Keys of authors. They hang on no password: a new password, or a new PIN, opens the same notes. */
export class AuthorKeys {
  constructor(private readonly keysDir: string) {}

  /**
   * The key that this author's notes are written with from now on; made with the first note.
   * @throws RefusalError `process-notes-sealed` when the installation's key was lost: it is not quietly replaced
   */
  async toWrite(scope: NotesScope, authorId: string): Promise<AuthorKey> {
    const installation = await this.installationKey(scope);
    const known = await rowsOf(scope, authorId, installation);
    if (known.length === 0) await make(scope, authorId, installation);
    // Two of one author's windows at once: the first one's key counts for both.
    const [row] = known.length === 0 ? await rowsOf(scope, authorId, installation) : known;
    return { id: row?.id as string, key: opened(installation, row as KeyRow, scope.clinicId) };
  }

  /** The keys of an author that open here; those that another installation's key sealed are left out. */
  async toRead(scope: NotesScope, authorId: string): Promise<ReadonlyMap<string, Buffer>> {
    const installation = readInstallationKey(this.keysDir);
    if (installation === null) return new Map();
    const rows = await rowsOf(scope, authorId, installation);
    return new Map(rows.map((row) => [row.id, opened(installation, row, scope.clinicId)]));
  }

  private async installationKey({ sql }: NotesScope): Promise<InstallationKey> {
    let found = readInstallationKey(this.keysDir);
    if (found === null) {
      // Was there ever one? Then it is lost, or this computer is not the one that has it.
      const used = await sql`select 1 from notes.installation_keys limit 1`;
      if (used.length > 0) throw refused('process-notes-sealed');
      found = makeInstallationKey(this.keysDir);
    }
    await sql`insert into notes.installation_keys (fingerprint) values (${found.fingerprint}) on conflict do nothing`;
    return found;
  }
}

interface KeyRow {
  readonly id: string;
  readonly authorId: string;
  readonly sealed: Buffer;
}

async function rowsOf({ sql, clinicId }: NotesScope, authorId: string, { fingerprint }: InstallationKey) {
  return sql<KeyRow[]>`
    select id, author_id "authorId", sealed from notes.author_keys
    where clinic_id = ${clinicId} and author_id = ${authorId} and sealed_by = ${fingerprint}`;
}

async function make(scope: NotesScope, authorId: string, { key, fingerprint }: InstallationKey) {
  const { sql, clinicId } = scope;
  const id = randomUUID();
  const sealed = seal(key, randomBytes(KEY_BYTES), placeOf(clinicId, authorId, id));
  await sql`
    insert into notes.author_keys (clinic_id, id, author_id, sealed_by, sealed)
    values (${clinicId}, ${id}, ${authorId}, ${fingerprint}, ${sealed})
    on conflict (clinic_id, author_id, sealed_by) do nothing`;
}

const placeOf = (clinicId: string, authorId: string, id: string) =>
  `author-key ${clinicId} ${authorId} ${id}`;

function opened({ key }: InstallationKey, { sealed, authorId, id }: KeyRow, clinicId: string): Buffer {
  return unseal(key, Buffer.from(sealed), placeOf(clinicId, authorId, id));
}
