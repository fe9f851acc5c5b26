import type { Entry, Role } from '@tandem/domain';
import { PAGE_BYTES, PAGE_ENTRIES } from '@tandem/wire';

/** Whose reading this is: all who stand at the same seq and may see the same share one. */
export interface Reader {
  readonly clinicId: string;
  readonly sessionId: string;
  readonly role: Role;
  readonly after: number;
}

/** Entries after `after` as this role may see them, and the head read with them; null when it may not read them. */
export type ReadPage = (
  reader: Reader,
) => Promise<{ readonly lastSeq: number; readonly entries: readonly Entry[] } | null>;

/**
 * Reads everything after `after`, page by page, and hands on each frame with the seq it ends at.
 * @returns the head that was read with the last page; null when this role may not read the session any more
 */
export async function readPages(
  readPage: ReadPage,
  reader: Reader,
  page: (frame: string, lastSeq: number) => void,
): Promise<number | null> {
  let { after } = reader;
  for (;;) {
    const read = await readPage({ ...reader, after });
    if (read === null) return null;
    for (const chunk of chunksOf(read.entries)) {
      page(
        `{"type":"entries","sessionId":"${reader.sessionId}","entries":[${chunk.texts.join(',')}]}`,
        chunk.lastSeq,
      );
      after = chunk.lastSeq;
    }
    if (read.entries.length < PAGE_ENTRIES) return read.lastSeq;
  }
}

/** Cuts a page so that no frame is over {@link PAGE_BYTES}. */
function chunksOf(entries: readonly Entry[]): { texts: string[]; lastSeq: number }[] {
  const chunks: { texts: string[]; lastSeq: number }[] = [];
  let bytes = 0;
  for (const entry of entries) {
    const text = JSON.stringify(entry);
    const size = Buffer.byteLength(text) + 1;
    const current = chunks.at(-1);
    if (current === undefined || bytes + size > PAGE_BYTES - 200) {
      chunks.push({ texts: [text], lastSeq: entry.seq });
      bytes = size;
    } else {
      current.texts.push(text);
      current.lastSeq = entry.seq;
      bytes += size;
    }
  }
  return chunks;
}
