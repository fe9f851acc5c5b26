import type { AnyNewEntry, Author, DataOf, RecordableKind, SessionCommand } from '@tandem/domain';
import { formatInstant } from '@tandem/domain';
import type { Rng } from './random.ts';
import type { Step } from './types.ts';

/** What was recorded when, before it is put in the order of the log. */
interface Recorded {
  /** Scenario clock at which the log takes it. */
  readonly atMs: number;
  readonly actor: Author;
  readonly composedMs: number;
  readonly what:
    | {
        readonly entry: Omit<AnyNewEntry, 'context'>;
        readonly lateReason: string | null;
        readonly offline: boolean;
      }
    | { readonly command: SessionCommand };
}

/** Clinical devices lose the network between these moments and send everything at `toMs`. */
interface OfflineWindow {
  readonly fromMs: number;
  readonly toMs: number;
}

interface RecordOptions {
  readonly happenedMs: number;
  /** When it is typed in; a moment after it happened when left out. */
  readonly recordedMs?: number;
  readonly lateReason?: string;
}

/** Collects what people record and turns it into steps in the order in which the log takes them. */
export class Recorder {
  offline: OfflineWindow | null = null;
  private readonly recorded: Recorded[] = [];

  constructor(private readonly rng: Rng) {}

  get count(): number {
    return this.recorded.length;
  }

  /** @returns the id of the entry */
  entry<Kind extends RecordableKind>(
    actor: Author,
    kind: Kind,
    data: DataOf<Kind>,
    { happenedMs, recordedMs, lateReason }: RecordOptions,
  ): string {
    const id = this.rng.uuid();
    const composedMs = recordedMs ?? happenedMs + this.rng.int(1_500, 9_000);
    const { offline } = this;
    // The therapist's device stays connected: their entries take seqs while the physician's wait.
    const held =
      offline !== null &&
      actor.role !== 'therapist' &&
      composedMs >= offline.fromMs &&
      composedMs < offline.toMs;
    const atMs = held ? offline.toMs + (actor.role === 'nurse' ? 1_700 : 0) : composedMs;
    const entry = { id, kind, happenedAt: formatInstant(happenedMs), data } as Omit<AnyNewEntry, 'context'>;
    this.recorded.push({
      atMs,
      actor,
      composedMs,
      what: { entry, lateReason: lateReason ?? null, offline: held },
    });
    return id;
  }

  step(actor: Author, atMs: number, command: SessionCommand): void {
    this.recorded.push({ atMs, actor, composedMs: atMs, what: { command } });
  }

  /** Every step in log order; what one person sends at one moment is one batch. */
  steps(): Step[] {
    const ordered = this.recorded.toSorted((a, b) => a.atMs - b.atMs || a.composedMs - b.composedMs);
    const seqOf = new Map<string, number>();
    const beforeOffline = ordered.filter((one) => one.atMs < (this.offline?.fromMs ?? 0)).length;
    const steps: Step[] = [];
    let open: { atMs: number; actor: Author; entries: AnyNewEntry[] } | null = null;
    for (const [at, { atMs, actor, composedMs, what }] of ordered.entries()) {
      if ('command' in what) {
        open = null;
        steps.push({ atMs, actor, command: what.command });
        continue;
      }
      const knownSeq = what.offline ? beforeOffline : at;
      seqOf.set(what.entry.id, at + 1);
      const entry = {
        ...withBase(what.entry, seqOf),
        context: {
          deviceId: `demo-${actor.role}`,
          knownSeq,
          composedAt: formatInstant(composedMs),
          ...(what.offline ? { offline: true, clockOffsetMs: 1_400 } : {}),
          ...(what.lateReason === null ? {} : { lateReason: what.lateReason }),
        },
      } as AnyNewEntry;
      if (open !== null && open.atMs === atMs && open.actor === actor) {
        open.entries.push(entry);
        continue;
      }
      open = { atMs, actor, entries: [entry] };
      steps.push({ atMs, actor, command: { type: 'append', entries: open.entries } });
    }
    return steps;
  }
}

/** An amendment says which seq of the entry its author had before them; known only in log order. */
function withBase(entry: Omit<AnyNewEntry, 'context'>, seqOf: ReadonlyMap<string, number>) {
  if (entry.kind !== 'amendment') return entry;
  const data = entry.data as DataOf<'amendment'>;
  const basedOnSeq = seqOf.get(data.entryId);
  return basedOnSeq === undefined ? entry : { ...entry, data: { ...data, basedOnSeq } };
}

/** The same steps for a log that holds `more` entries before them than the plan alone: seqs they name move along. */
export function withMoreBefore(steps: readonly Step[], more: number): Step[] {
  return steps.map((step) => {
    if (step.command.type !== 'append') return step;
    const entries = step.command.entries.map((entry) => {
      const { context } = entry;
      const knownSeq = context?.knownSeq === undefined ? {} : { knownSeq: context.knownSeq + more };
      const moved = { ...entry, ...(context === undefined ? {} : { context: { ...context, ...knownSeq } }) };
      if (moved.kind !== 'amendment' || moved.data.basedOnSeq === undefined) return moved;
      return { ...moved, data: { ...moved.data, basedOnSeq: moved.data.basedOnSeq + more } };
    });
    return { ...step, command: { type: 'append', entries } };
  });
}
