import { canonicalJson, toHex } from '@tandem/domain';
import type { BundleEntry, SessionBundle } from '../bundle/session-bundle.ts';
import { type Digest, preimage } from './digest.ts';
import type { Problem } from './problem.ts';
import { headProblems, type PublishedHead } from './published-heads.ts';
import { bundleShape } from './shape.ts';
import { signaturesOf, type VerifiedSignature } from './signatures.ts';
import { checkChain } from './walk.ts';

export interface Verdict {
  /** Nothing speaks against it. What was not here to be checked is counted below. */
  readonly holds: boolean;
  readonly problems: readonly Problem[];
  readonly entries: number;
  /** Entries whose content was checked, kept from the role of this copy, and removed for good. */
  readonly checked: number;
  readonly withheld: number;
  readonly removed: number;
  readonly signatures: readonly VerifiedSignature[];
  /** Published heads of this session that were held against it. */
  readonly heads: number;
  readonly head: { readonly seq: number; readonly hash: string } | null;
}

/**
 * Checks one exported session, trusting nothing in it: that every content has its hash, every entry follows the one
 * before it, seqs are 1 to n, signatures name the entries they cover, and what was published elsewhere is in it.
 * @param value what the file holds, parsed
 * @param published heads that were copied away; a tail that was cut off shows in nothing else
 */
export async function verifyBundle(
  value: unknown,
  digest: Digest,
  published: readonly PublishedHead[] = [],
): Promise<Verdict> {
  const shape = bundleShape(value);
  if (shape !== null) return refused(shape);
  const bundle = value as SessionBundle;
  const chain = await checkChain(bundle, digest);
  const signed = signaturesOf(bundle);
  const own = published.filter(
    ({ clinic, session }) => clinic === bundle.clinic.id && session === bundle.session.id,
  );
  const found = [...chain, ...signed.problems, ...headProblems(bundle, own)];
  // Whatever breaks the chain breaks the hash of the file as well: then it says nothing more.
  const problems = found.length > 0 ? found : await fileProblems(bundle, digest);
  const count = (content: BundleEntry['content']) =>
    bundle.entries.filter((entry) => entry.content === content).length;
  return {
    holds: problems.length === 0,
    problems: problems.toSorted(
      (a, b) => (a.seq ?? Number.POSITIVE_INFINITY) - (b.seq ?? Number.POSITIVE_INFINITY),
    ),
    entries: bundle.entries.length,
    checked: count('here'),
    withheld: count('withheld'),
    removed: count('removed'),
    signatures: signed.signatures,
    heads: own.length,
    head: bundle.head,
  };
}

/** What the chain does not cover (who made the copy, the clinic's name) is covered by the hash of the file. */
async function fileProblems({ fileHash, ...content }: SessionBundle, digest: Digest): Promise<Problem[]> {
  const hash = await digest(preimage(canonicalJson(content)) as Uint8Array<ArrayBuffer>);
  return toHex(hash) === fileHash
    ? []
    : [{ seq: null, what: 'The file was changed after it was exported: its own hash does not match.' }];
}

function refused(what: string): Verdict {
  return {
    holds: false,
    problems: [{ seq: null, what }],
    entries: 0,
    checked: 0,
    withheld: 0,
    removed: 0,
    signatures: [],
    heads: 0,
    head: null,
  };
}
