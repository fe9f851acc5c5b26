import type { SessionBundle } from '../bundle/session-bundle.ts';
import type { Problem } from './problem.ts';

export interface VerifiedSignature {
  readonly name: string;
  readonly role: string;
  readonly at: string;
  readonly meaning: string;
  readonly seq: number;
  readonly coversSeq: number;
}

/** A signature names the chain head it covers: the entry before it, by seq and hash (LIF-6). */
export function signaturesOf({ entries, session }: SessionBundle): {
  readonly signatures: readonly VerifiedSignature[];
  readonly problems: readonly Problem[];
} {
  const signatures: VerifiedSignature[] = [];
  const problems: Problem[] = [];
  let locked = false;
  for (const { kind, data, author, happenedAt, seq } of entries) {
    // A lead closed what nobody is left to sign: it locks, and is no signature.
    if (kind === 'closed') locked = true;
    if (kind !== 'signed' || typeof data !== 'object' || data === null) continue;
    const { meaning, coversSeq, coversHash, locks } = data as Record<string, unknown>;
    locked ||= locks === true;
    const covered = entries[Number(coversSeq) - 1];
    if (coversSeq !== seq - 1 || covered?.hash !== coversHash) {
      problems.push({ seq, what: `The signature of ${author.name} covers another record than this one.` });
    }
    const { name, role } = author;
    signatures.push({
      name,
      role,
      at: happenedAt,
      meaning: String(meaning),
      seq,
      coversSeq: Number(coversSeq),
    });
  }
  if (session.status === 'signed' && !locked) {
    problems.push({
      seq: entries.length,
      what: 'The session is said to be signed, and the signature that locked it is not here.',
    });
  }
  return { signatures, problems };
}
