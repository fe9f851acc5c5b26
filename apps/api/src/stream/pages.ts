import type { Entry } from '@tandem/domain';
import { PAGE_BYTES, PAGE_ENTRIES } from '@tandem/wire';
import { and, eq } from 'drizzle-orm';
import type { InClinic } from '../db/clinic-scope.ts';
import { sessions } from '../db/schema.ts';
import { readEntries } from '../log/read.ts';
import { serveTo } from '../log/serve.ts';
import type { Subscription } from './subscription.ts';

/** Sends everything after the cursor, page by page. @returns the head that was read with the last page */
export async function readPages(inClinic: InClinic, subscription: Subscription): Promise<number> {
  for (;;) {
    const page = await inClinic(subscription.clinicId, async (scope) => {
      const [session] = await scope.tx
        .select({ status: sessions.status })
        .from(sessions)
        .where(and(scope.own(sessions.clinicId), eq(sessions.id, subscription.sessionId)));
      const read = await readEntries(scope, subscription.sessionId, {
        after: subscription.cursor,
        limit: PAGE_ENTRIES,
      });
      if (session === undefined || read === null) return { entries: [], lastSeq: 0 };
      return { ...read, entries: await serveTo(scope, subscription.role, session.status, read.entries) };
    });
    for (const chunk of chunksOf(page.entries)) {
      subscription.send(
        `{"type":"entries","sessionId":"${subscription.sessionId}","entries":[${chunk.texts.join(',')}]}`,
      );
      subscription.cursor = chunk.lastSeq;
    }
    if (page.entries.length < PAGE_ENTRIES) return page.lastSeq;
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
