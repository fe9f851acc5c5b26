import { GENESIS_HASH, linkHash, payloadHash } from '@tandem/domain';
import type { BundleEntry, SessionBundle } from '../bundle/session-bundle.ts';
import { bytesOf, type Digest, preimage } from './digest.ts';
import type { Problem } from './problem.ts';

const SALT_BYTES = 16;
const HASH_BYTES = 32;

/** The first thing that does not hold, from entry 1 on: after it every later link follows from something else. */
export async function checkChain(bundle: SessionBundle, digest: Digest): Promise<Problem[]> {
  let previous: Uint8Array = GENESIS_HASH;
  for (const [at, entry] of bundle.entries.entries()) {
    const seq = at + 1;
    if (entry.seq !== seq) return [outOfOrder(bundle.entries, seq)];
    const sealed = bytesOf(entry.payloadHash, HASH_BYTES);
    const hash = bytesOf(entry.hash, HASH_BYTES);
    if (sealed === null || hash === null) return [{ seq, what: `${nameOf(entry)} has no hash.` }];
    const content = await contentProblem(bundle, entry, sealed, digest);
    if (content !== null) return [{ seq, what: `${nameOf(entry)} ${content}` }];
    const { id, kind, version, happenedAt, recordedAt, author, context } = entry;
    const { id: clinicId } = bundle.clinic;
    const envelope = {
      clinicId,
      streamId: bundle.session.id,
      seq,
      id,
      kind,
      version,
      happenedAt,
      recordedAt,
      author,
      context,
    };
    const link = await digest(linkHash(preimage, previous, envelope, sealed) as Uint8Array<ArrayBuffer>);
    if (!same(link, hash)) {
      return [
        {
          seq,
          what: `${nameOf(entry)} does not follow the entry before it: something in one of them was changed.`,
        },
      ];
    }
    previous = hash;
  }
  return headProblem(bundle, previous);
}

async function contentProblem(
  bundle: SessionBundle,
  entry: BundleEntry,
  sealed: Uint8Array,
  digest: Digest,
): Promise<string | null> {
  if (entry.content === 'withheld') return null;
  if (entry.content === 'removed') {
    return isRedacted(bundle, entry.id) ? null : 'has lost its text, and no entry says that it was removed.';
  }
  const salt = bytesOf(entry.salt, SALT_BYTES);
  if (salt === null) return 'has lost what its hash was made with.';
  const hash = await digest(
    payloadHash(preimage, salt, entry.data ?? null, entry.lateReason ?? null) as Uint8Array<ArrayBuffer>,
  );
  return same(hash, sealed) ? null : 'has other content than was sealed.';
}

/** A later entry says that the text of this one, or of an amendment of it, was removed. */
function isRedacted({ entries }: SessionBundle, id: string): boolean {
  return entries.some(({ kind, data }) => {
    if (kind !== 'redaction' || typeof data !== 'object' || data === null) return false;
    const { entryId, amendmentIds } = data as { entryId?: unknown; amendmentIds?: unknown };
    return entryId === id || (Array.isArray(amendmentIds) && amendmentIds.includes(id));
  });
}

function headProblem({ entries, head }: SessionBundle, last: Uint8Array): Problem[] {
  if (entries.length < head.seq) {
    return [
      {
        seq: entries.length + 1,
        what: `Entries from ${entries.length + 1} to ${head.seq} are missing at the end.`,
      },
    ];
  }
  const hex = bytesOf(head.hash, HASH_BYTES);
  if (entries.length === head.seq && hex !== null && same(last, hex)) return [];
  return [{ seq: entries.length, what: `The last entry is not the one that the file names as its head.` }];
}

function outOfOrder(entries: readonly BundleEntry[], seq: number): Problem {
  const isElsewhere = entries.some((entry) => entry.seq === seq);
  return { seq, what: isElsewhere ? `Entry ${seq} is not in its place.` : `Entry ${seq} is missing.` };
}

const nameOf = ({ seq, kind, author }: BundleEntry) =>
  `Entry ${seq} (${kind.replaceAll('-', ' ')}, ${String(author.name)})`;

function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
