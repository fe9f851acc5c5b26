import type { Room } from './room.ts';
import type { Seen } from './viewer.ts';
import { until } from './wait.ts';

export interface Verdict {
  readonly confirmed: number;
  /** Confirmed, but not in the log, or under another seq; or in the log, but never with a viewer. */
  readonly lost: number;
  /** More than once in the log or with a viewer. */
  readonly doubled: number;
  /** Places where seq does not go on by one. */
  readonly gaps: number;
}

export function holds({ lost, doubled, gaps }: Verdict): boolean {
  return lost + doubled + gaps === 0;
}

/** Compares what was confirmed, what the log holds and what each viewer got, once all have arrived. */
export async function judge(room: Room): Promise<Verdict> {
  const log = await room.log();
  const end = log.at(-1)?.seq ?? 0;
  await until('every viewer reaches the end of the log', () =>
    room.viewers.every((viewer) => viewer.cursor >= end),
  );
  const inLog = new Map(log.map(({ id, seq }) => [id, seq]));
  const misplaced = [...room.confirmed].filter(([id, seq]) => inLog.get(id) !== seq).length;
  const verdicts = [log, ...room.viewers.map((viewer) => viewer.seen)].map((list) => compare(list, log));
  const sum = (part: 'lost' | 'doubled' | 'gaps') =>
    verdicts.reduce((total, verdict) => total + verdict[part], 0);
  return {
    confirmed: room.confirmed.size,
    lost: misplaced + sum('lost'),
    doubled: sum('doubled'),
    gaps: sum('gaps'),
  };
}

/** `list` should be `log`, entry by entry, from seq 1 on. */
function compare(list: readonly Seen[], log: readonly Seen[]): Omit<Verdict, 'confirmed'> {
  const ids = new Set(list.map(({ id }) => id));
  const gaps = list.filter(({ seq }, at) => seq !== at + 1).length;
  const lost = log.filter(({ id }) => !ids.has(id)).length;
  return { lost, doubled: list.length - ids.size, gaps };
}

export function together(verdicts: readonly Verdict[]): Verdict {
  const sum = (part: keyof Verdict) => verdicts.reduce((total, verdict) => total + verdict[part], 0);
  return { confirmed: sum('confirmed'), lost: sum('lost'), doubled: sum('doubled'), gaps: sum('gaps') };
}
