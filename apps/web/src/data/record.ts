import { type AnyNewEntry, formatInstant, type SessionState } from '@tandem/domain';
import type { Me } from '@tandem/wire';
import { clockOffsetMs, serverNowMs } from './clock.ts';
import { deviceId } from './device.ts';
import { outbox } from './live.ts';

/** `data` and `kind` belong together; the rest is made here. */
export type Draft = Pick<AnyNewEntry, 'kind' | 'data'> & {
  /** Null: now. */
  readonly happenedAtMs: number | null;
  readonly lateReason?: string;
  /** As typed, put back into the line if the server refuses. */
  readonly line: string;
};

export interface RecordedAgainst {
  readonly me: Me;
  /** Confirmed state on this screen at the moment of confirming. */
  readonly confirmed: SessionState;
  /**
   * Null while the screen is current. Otherwise what the person saw may have been out of date, and the entry says so:
   * when it was last known to be all there is, in ms by the server's clock, and `never` before that.
   */
  readonly asOf: number | 'never' | null;
}

/** Puts an entry into the outbox. @returns its id */
export function record(draft: Draft, { me, confirmed, asOf }: RecordedAgainst): string {
  const seen = {
    knownSeq: confirmed.lastSeq,
    ...(asOf === null ? {} : { offline: true }),
    ...(typeof asOf === 'number' ? { asOf: formatInstant(asOf) } : {}),
  };
  return put(confirmed.sessionId, draft, me, seen);
}

/** Into a session that is not on this screen: nothing is claimed to have been seen of it. @returns its id */
export function recordIn(sessionId: string, draft: Draft, me: Me): string {
  return put(sessionId, draft, me, {});
}

function put(sessionId: string, draft: Draft, me: Me, seen: object): string {
  const nowMs = serverNowMs();
  const id = crypto.randomUUID();
  const offset = clockOffsetMs();
  const entry = {
    id,
    kind: draft.kind,
    happenedAt: formatInstant(draft.happenedAtMs ?? nowMs),
    data: draft.data,
    context: {
      deviceId: deviceId(),
      composedAt: formatInstant(nowMs),
      ...(offset === null ? {} : { clockOffsetMs: offset }),
      ...seen,
      ...(draft.lateReason === undefined ? {} : { lateReason: draft.lateReason }),
    },
  } as AnyNewEntry;
  void outbox.add({
    sessionId,
    entry,
    line: draft.line,
    author: { personId: me.person.id, clinicId: me.clinic.id, name: me.person.name, role: me.role },
    epoch: me.epoch,
  });
  return id;
}
