import type { Plan } from '../entries/lifecycle.ts';
import type { VitalSigns } from '../entries/vital-signs.ts';
import type { ProtocolPlan } from '../protocol/plan.ts';
import type { Author } from '../roles.ts';
import {
  append,
  at,
  entry,
  type Given,
  given,
  MINUTE,
  physician,
  pins,
  planned,
  started,
  steps,
  T0,
  type Told,
  uuid,
} from '../session/given.test-support.ts';
import type { Notice } from './notice.ts';
import { noticesOf } from './notices.ts';

/** A session under a protocol with these values, and a weight of 68.4 kg. */
export function under(data: Partial<ProtocolPlan>, plan: Partial<Plan> = {}): Told[] {
  const protocol = { ...pins.protocol, data: { ...pins.protocol.data, ...data } };
  return [
    { ...planned, command: { ...steps.plan, plan: { ...steps.plan.plan, ...plan } } },
    { ...started, command: { ...steps.start, pins: { ...pins, protocol } } },
  ];
}

interface More {
  readonly id?: string;
  /** Minute at which it reached the log; when it happened, otherwise. */
  readonly enteredAt?: number;
  readonly actor?: Author;
}

function told(minute: number, more: More, one: ReturnType<typeof entry>): Told {
  return {
    command: append({ ...one, happenedAt: at(minute), ...(more.id === undefined ? {} : { id: more.id }) }),
    actor: more.actor ?? physician,
    nowMs: T0 + (more.enteredAt ?? minute) * MINUTE,
  };
}

export const set = (minute: number, data: VitalSigns, more: More = {}) =>
  told(minute, more, entry('vital-signs', data));
export const dose = (minute: number, amountMg: number, more: More & { data?: object } = {}) =>
  told(
    minute,
    more,
    entry('dose', { state: 'already-given', drug: 'ketamine', route: 'im', amountMg, ...more.data } as never),
  );
/** One infusion runs in a test unless it says otherwise. */
const one = { infusionId: uuid(700), drug: 'ketamine' } as const;
export const infusion = (minute: number, rateMgPerHour: number, more: More & { data?: object } = {}) =>
  told(
    minute,
    more,
    entry('infusion-start', { ...one, state: 'already-given', rateMgPerHour, ...more.data } as never),
  );
export const rateOf = (minute: number, rateMgPerHour: number, more: More & { data?: object } = {}) =>
  told(
    minute,
    more,
    entry('infusion-rate', { ...one, state: 'already-given', rateMgPerHour, ...more.data } as never),
  );
export const stopOf = (minute: number, more: More & { data?: object } = {}) =>
  told(minute, more, entry('infusion-stop', { ...one, ...more.data } as never));
export const symptom = (minute: number, term: string, more: More = {}) =>
  told(minute, more, entry('adverse-event', { term, grade: 2 }));
export const saw = (minute: number, noticeId: string, more: More & { outcome?: string } = {}) =>
  told(
    minute,
    more,
    entry('acknowledgement', {
      noticeId,
      ...(more.outcome === undefined ? {} : { outcome: more.outcome }),
    }),
  );

/** Notices at a minute, by id. */
export function noticesAt(session: Given, minute: number): Map<string, Notice> {
  return new Map(noticesOf(session.state, T0 + minute * MINUTE).map((notice) => [notice.id, notice]));
}

/** Ids on the bar at a minute, worst first; slots of vital signs aside. */
export function shownAt(session: Given, minute: number): string[] {
  return [...noticesAt(session, minute).values()]
    .filter(({ shown, ruleId }) => shown && ruleId !== 'vitals-due')
    .map(({ id }) => id);
}

export const session = (...more: Told[]): Given => given(planned, started, ...more);
