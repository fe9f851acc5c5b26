/**
 * The program of {@link ConfirmedLedger}: keeps what it is told, and hands it over when it is asked. It imports
 * nothing, so nothing that is under test runs in it.
 */

/** What the API said of one entry when it said that it is stored. */
export interface Confirmation {
  readonly id: string;
  readonly seq: number;
  readonly recordedAt: string;
  /** Over everything that the entry is, and over the one before it. */
  readonly hash: string;
}

export type ToLedger =
  | { readonly session: string; readonly said: Confirmation }
  | { readonly handOver: string };

/** What the ledger has of one session. */
export interface Book {
  readonly session: string;
  /** How often it was told something. */
  readonly heard: number;
  /** As each was confirmed first. */
  readonly confirmed: readonly Confirmation[];
  /** Ids that were confirmed once more, with another seq, time or hash. */
  readonly changed: readonly string[];
}

interface Page {
  heard: number;
  readonly first: Map<string, Confirmation>;
  readonly changed: Set<string>;
}

const pages = new Map<string, Page>();

function pageOf(session: string): Page {
  const page = pages.get(session) ?? { heard: 0, first: new Map(), changed: new Set() };
  pages.set(session, page);
  return page;
}

function write(session: string, said: Confirmation): void {
  const page = pageOf(session);
  page.heard += 1;
  const first = page.first.get(said.id);
  if (first === undefined) page.first.set(said.id, said);
  else if (first.seq !== said.seq || first.recordedAt !== said.recordedAt || first.hash !== said.hash)
    page.changed.add(said.id);
}

function bookOf(session: string): Book {
  const { heard, first, changed } = pageOf(session);
  return { session, heard, confirmed: [...first.values()], changed: [...changed] };
}

process.on('message', (message: ToLedger) => {
  if ('said' in message) write(message.session, message.said);
  else process.send?.(bookOf(message.handOver));
});
// Whoever started it is gone: nobody will ask any more.
process.on('disconnect', () => process.exit());
process.send?.('ready');
