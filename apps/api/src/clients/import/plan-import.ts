import { type Identity, type ImportedClient, importSentence, KnownPeople } from '@tandem/domain';
import type { ImportRow } from '@tandem/wire';
import { patientRow } from '../patient-row.ts';
import type { ReadRow } from './read-file.ts';

/** Somebody of the clinic, as far as rows are compared with them. */
export interface PersonHere extends Identity {
  readonly id: string;
  readonly mrn: string | null;
}

type Client = ImportedClient & { readonly id: string };

/** What becomes of each row, and whom that adds. */
export interface ImportPlan {
  readonly rows: readonly ImportRow[];
  readonly adds: readonly Client[];
}

/**
 * Row by row against who is there and against the rows above. Nothing is stored here.
 * @param idOf the id that a client of this import has, always the same one
 */
export function planImport(
  rows: readonly ReadRow[],
  here: readonly PersonHere[],
  dryRun: boolean,
  idOf: (client: ImportedClient) => string,
): ImportPlan {
  const ids = new Set(here.map(({ id }) => id));
  const known = new KnownPeople(here);
  const above = new KnownPeople<Identity & { readonly row: number; readonly mrn: string | null }>();
  const adds: Client[] = [];
  const outcomeOf = ({ row, read }: ReadRow): ImportRow => {
    if ('problems' in read) {
      const problems = read.problems.map((problem) => ({ ...problem, sentence: importSentence(problem) }));
      return { row, outcome: 'unreadable', problems };
    }
    const client = { ...read.client, id: idOf(read.client) };
    const identity = identityOf(client);
    const twice = above.find(identity);
    above.add({ ...identity, row });
    if (twice !== null)
      return { row, outcome: 'twice', sameBy: twice.sameBy, client: identity, first: twice.person };
    // The same import sent again finds whom it added: asked before everything else, so that they are not strangers.
    const isRetry = ids.has(client.id);
    const same = isRetry ? null : known.find(identity);
    if (same !== null)
      return { row, outcome: 'known', sameBy: same.sameBy, client: identity, known: same.person };
    const { id, ...served } = patientRow(client);
    if (dryRun && !isRetry) return { row, outcome: 'new', client: served };
    if (!isRetry) adds.push(client);
    return { row, outcome: 'added', id, client: served };
  };
  return { rows: rows.map(outcomeOf), adds };
}

const identityOf = ({ familyName, givenName, birthDate, mrn }: ImportedClient) => ({
  familyName,
  givenName,
  birthDate,
  mrn: mrn ?? null,
});
