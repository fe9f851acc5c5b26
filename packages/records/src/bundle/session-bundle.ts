import { createHash } from 'node:crypto';
import { type Author, canonicalJson, type Entry, type EntryContext } from '@tandem/domain';
import type { SessionRecord } from '../session-record.ts';

/** What the chain holds of an entry besides what is served: hex; the salt is null once its text was erased. */
export interface Seal {
  readonly seq: number;
  readonly payloadHash: string;
  readonly salt: string | null;
}

/** One entry with what its hashes are made from. Of one that is not here the payload hash stands for the content. */
export interface BundleEntry {
  readonly seq: number;
  readonly id: string;
  readonly kind: string;
  readonly version: number;
  readonly happenedAt: string;
  readonly recordedAt: string;
  readonly author: Author;
  /** As it is hashed with the link: without the typed reason, which belongs to the content. */
  readonly context: Omit<EntryContext, 'lateReason'> | null;
  readonly content: 'here' | 'withheld' | 'removed';
  readonly data?: unknown;
  readonly lateReason?: string | null;
  readonly salt?: string;
  readonly payloadHash: string;
  readonly hash: string;
}

export const BUNDLE_FORMAT = 'tandem-session';
export const BUNDLE_VERSION = 1;

/** One session that can be checked without the server: `npm run verify -- FILE`, or the page that needs no network. */
export interface SessionBundle
  extends Pick<
    SessionRecord,
    | 'clinic'
    | 'client'
    | 'session'
    | 'people'
    | 'protocol'
    | 'head'
    | 'epoch'
    | 'exportedAt'
    | 'exportedBy'
    | 'purpose'
  > {
  readonly format: typeof BUNDLE_FORMAT;
  readonly formatVersion: typeof BUNDLE_VERSION;
  readonly entries: readonly BundleEntry[];
  /** SHA-256 (hex) of the canonical JSON of everything else here. It finds damage; against a forger stand the heads. */
  readonly fileHash: string;
}

/** @param seals of the record's entries, in seq order */
export function sessionBundle(record: SessionRecord, seals: readonly Seal[]): SessionBundle {
  const { clinic, client, session, people, protocol, head, epoch, exportedAt, exportedBy, purpose } = record;
  const bySeq = new Map(seals.map((seal) => [seal.seq, seal]));
  const content = {
    format: BUNDLE_FORMAT,
    formatVersion: BUNDLE_VERSION,
    exportedAt,
    exportedBy,
    purpose,
    epoch,
    clinic,
    client,
    session,
    people,
    protocol,
    head,
    entries: record.entries.map((entry) => bundleEntry(entry, bySeq.get(entry.seq) as Seal)),
  } as const;
  return { ...content, fileHash: createHash('sha256').update(canonicalJson(content)).digest('hex') };
}

/** The salt goes only with its content: beside a hash alone it would let somebody guess a short text. */
function bundleEntry(entry: Entry, { payloadHash, salt }: Seal): BundleEntry {
  const { lateReason, ...context } = entry.context ?? {};
  const { seq, id, kind, version, happenedAt, recordedAt, author, data, hash } = entry;
  const envelope = {
    seq,
    id,
    kind,
    version,
    happenedAt,
    recordedAt,
    author,
    context: Object.keys(context).length === 0 ? null : context,
  };
  if (entry.withheld === true) return { ...envelope, content: 'withheld', payloadHash, hash };
  if (salt === null) return { ...envelope, content: 'removed', payloadHash, hash };
  return { ...envelope, content: 'here', data, lateReason: lateReason ?? null, salt, payloadHash, hash };
}
