import { openDB } from 'idb';

const DATABASE = 'tandem-tablet-check';
const STORE = 'trial';

/** An entry of nobody, kept as entries are that wait for the network. */
interface Trial {
  readonly writtenMs: number;
  /** When it was found again by a page that opened without the server; null: not yet. */
  readonly provedMs: number | null;
}

/**
 * Keeps a trial entry and proves it: `well` once a page that opened without the server has found it again. The page
 * itself is then known to open without a network, too.
 * @param serverAnswers asked after the entry was looked for
 */
export async function keptTrial(
  serverAnswers: () => Promise<boolean>,
): Promise<'well' | 'person' | 'missing'> {
  try {
    const database = await openDB(DATABASE, 1, { upgrade: (fresh) => void fresh.createObjectStore(STORE) });
    try {
      const found = (await database.get(STORE, STORE)) as Trial | undefined;
      const trial = found ?? { writtenMs: Date.now(), provedMs: null };
      const isProof = found?.provedMs === null && !(await serverAnswers());
      const now: Trial = isProof ? { ...trial, provedMs: Date.now() } : trial;
      if (now !== found) await database.put(STORE, now, STORE);
      return now.provedMs === null ? 'person' : 'well';
    } finally {
      database.close();
    }
  } catch {
    return 'missing';
  }
}
