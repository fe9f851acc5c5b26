import type { SessionBundle } from '../bundle/session-bundle.ts';
import type { Problem } from './problem.ts';

/** A chain head that stands outside of the database: a line of `chain-heads.log`, or the foot of a printed report. */
export interface PublishedHead {
  /** When it was written; null when it was typed from paper. */
  readonly at: string | null;
  readonly clinic: string;
  readonly session: string;
  readonly seq: number;
  /** Lower-case hex. */
  readonly hash: string;
}

/** Lines of `chain-heads.log`. @returns what could be read, and the numbers of lines that could not */
export function readHeads(text: string): { readonly heads: PublishedHead[]; readonly unread: number[] } {
  const heads: PublishedHead[] = [];
  const unread: number[] = [];
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const head = readHead(line);
    if (head === null) unread.push(at + 1);
    else heads.push(head);
  }
  return { heads, unread };
}

function readHead(line: string): PublishedHead | null {
  try {
    const { at, clinic, session, seq, hash } = JSON.parse(line) as Record<string, unknown>;
    const texts = typeof clinic === 'string' && typeof session === 'string' && typeof hash === 'string';
    if (!texts || typeof seq !== 'number' || !/^[0-9a-f]{64}$/.test(hash)) return null;
    return { at: typeof at === 'string' ? at : null, clinic, session, seq, hash };
  } catch {
    return null;
  }
}

export function headLine({ at, clinic, session, seq, hash }: PublishedHead): string {
  return `${JSON.stringify({ at, clinic, session, seq, hash })}\n`;
}

/** What was published must still be in the record, where it was. */
export function headProblems({ entries }: SessionBundle, heads: readonly PublishedHead[]): Problem[] {
  return heads.flatMap(({ seq, hash }): Problem[] => {
    const here = entries[seq - 1];
    if (here === undefined) {
      return [
        {
          seq: entries.length + 1,
          what: `A head was published for entry ${seq}, and this record ends at ${entries.length}: its end was cut off.`,
        },
      ];
    }
    return here.hash === hash
      ? []
      : [{ seq, what: `Entry ${seq} is not the one whose hash was published: the record was written anew.` }];
  });
}
