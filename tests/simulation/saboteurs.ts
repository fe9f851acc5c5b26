import { ECHO_SINCE_WIRE } from '@tandem/wire';
import type { Handled } from './http-side.ts';
import type { Saboteur } from './world.ts';

export interface Case {
  readonly saboteur: Saboteur;
  /** Which promise it breaks, as the verdict names it. */
  readonly breaks: RegExp;
}

/** Parts that fail on purpose, each as a real one could. The oracle that misses one of them proves nothing. */
export const saboteurs: Readonly<Record<string, Case>> = {
  'the server answers before it stores, and sometimes does not store': {
    breaks: /^\(i\).*confirmed and is not in the log/,
    saboteur: ({ rng, log }) => {
      const draw = rng('sabotage');
      const stored: Handled = { answer: { status: 201, body: '{"entries":[]}' }, committed: null };
      return { handle: (doIt) => (log.lastSeq > 5 && draw.chance(0.05) ? stored : doIt()) };
    },
  },
  'the store forgets which ids it knows': {
    breaks: /^\(i\).*is in the log 2 times/,
    saboteur: ({ log }) => ({
      handle: (doIt) => {
        log.known.clear();
        return doIt();
      },
    }),
  },
  'the outbox sends again under a new id': {
    breaks: /^\(i\).*confirmed and is not in the log/,
    saboteur: ({ rng }) => {
      const draw = rng('sabotage');
      return {
        send: (send) => (item) =>
          item.attempts < 1 ? send(item) : send({ ...item, entry: { ...item.entry, id: draw.uuid() } }),
      };
    },
  },
  'the outbox takes a refusal for a success': {
    breaks: /^\(i\).*confirmed and is not in the log/,
    saboteur: () => ({
      send: (send) => async (item) => {
        const outcome = await send(item);
        return outcome.type === 'refused' ? { type: 'stored' } : outcome;
      },
    }),
  },
  'a refusal comes without a sentence': {
    breaks: /^\(vii\).*refused without a word/,
    saboteur: () => ({
      send: (send) => async (item) => {
        const outcome = await send(item);
        return outcome.type === 'refused'
          ? { type: 'refused', problem: { ...outcome.problem, title: '' } }
          : outcome;
      },
    }),
  },
  'a reload empties the outbox': {
    breaks: /^\(vii\).*kept and never came to an end/,
    saboteur: () => ({ shelf: () => [] }),
  },
  'a reload turns the outbox round': {
    breaks: /^\(vii\).*has seq \d+ after \d+/,
    saboteur: () => ({ shelf: (items) => items.toReversed() }),
  },
  'a row is missing': {
    breaks: /^\(ii\) seq \d+ does not follow/,
    saboteur: ({ log }) => ({
      handle: (doIt) => {
        const handled = doIt();
        const { sealed } = log.stream;
        if (sealed.length === 10 && log.lastSeq === 10) sealed.splice(5, 1);
        return handled;
      },
    }),
  },
  'somebody edits an entry in the database': {
    breaks: /^\(v\) entry \d+ has other content/,
    saboteur: ({ log }) => ({
      handle: (doIt) => {
        const row = log.stream.sealed[4];
        if (row !== undefined)
          log.stream.sealed[4] = { ...row, entry: { ...row.entry, data: { edited: true } } };
        return doIt();
      },
    }),
  },
  'a line leaves one entry out and says current all the same': {
    breaks: /^\(vi\)/,
    saboteur: () => ({
      downLine: (send) => (text) => {
        const frame = JSON.parse(text);
        if (frame.type === 'entries') {
          const entries = frame.entries.filter(({ seq }: { seq: number }) => seq < 7);
          if (entries.length > 0) send(JSON.stringify({ ...frame, entries }));
        } else if (frame.type === 'current') {
          send(JSON.stringify({ ...frame, lastSeq: Math.min(frame.lastSeq, 6) }));
        } else send(text);
      },
    }),
  },
  'the hub reads from a replica that lags': {
    breaks: /^\(vi\)/,
    saboteur: ({ time, log }) => ({
      reads: ({ heads, page }) => {
        const seenMs = () => time.nowMs - 8_000;
        const seen = () => log.committedAtMs.findLastIndex((atMs) => atMs <= seenMs());
        return {
          heads: async (ids) => (await heads(ids)).map((head) => ({ ...head, lastSeq: Math.max(3, seen()) })),
          page: async (reader) => {
            const read = await page(reader);
            const lastSeq = Math.max(3, seen());
            return read && { lastSeq, entries: read.entries.filter(({ seq }) => seq <= lastSeq) };
          },
        };
      },
    }),
  },
  'an amendment reaches the screens without its content': {
    breaks: /^\(iii\)/,
    saboteur: () => ({
      downLine: (send) => (text) => {
        const frame = JSON.parse(text);
        if (frame.type === 'entries')
          for (const entry of frame.entries) if (entry.kind === 'amendment') entry.data = null;
        send(JSON.stringify(frame));
      },
    }),
  },
  'the curtain never falls': {
    breaks: /^\(vi\).*says current without/,
    saboteur: () => ({
      curtain: (scheduler) => ({
        nowMs: () => scheduler.nowMs(),
        elapsedMs: () => scheduler.elapsedMs(),
        after: () => () => {},
      }),
    }),
  },
  'the server tells no ping back, as servers did before there was one': {
    breaks: /^\(vi\).*says current without/,
    saboteur: () => ({
      downLine: (send) => (text) => {
        const { heard: _, ...frame } = JSON.parse(text);
        send(JSON.stringify(frame.type === 'hello' ? { ...frame, wire: ECHO_SINCE_WIRE - 1 } : frame));
      },
    }),
  },
  'a screen dates what it was checked against too late': {
    breaks: /^\(vi\).*says not current since/,
    saboteur: () => ({
      curtain: (scheduler) => ({
        nowMs: () => scheduler.nowMs() + 3_000,
        elapsedMs: () => scheduler.elapsedMs(),
        after: (delayMs, task) => scheduler.after(delayMs, task),
      }),
    }),
  },
  'a page does not notice that it slept': {
    breaks: /^\(vi\).*woke and still said current/,
    saboteur: () => ({ noticesSleep: false }),
  },
  'the role filter is off': {
    breaks: /^\(iv\)/,
    saboteur: () => ({
      reads: (reads) => ({ ...reads, page: (reader) => reads.page({ ...reader, role: 'physician' }) }),
      mayRead: () => true,
    }),
  },
};
