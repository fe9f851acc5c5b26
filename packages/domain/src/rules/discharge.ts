import { type CheckKey, checkRows } from '../checklist/catalog.ts';
import { type Protocol, protocolOf } from '../protocol/protocol.ts';
import { administrations, studyAdministrations } from '../session/administrations.ts';
import { standing } from '../session/select.ts';
import type { SessionState } from '../session/state.ts';
import { type Facts, factsOf, lastGivenMs, slows } from './discharge-facts.ts';
import { type Answered, answersOf, isSettled } from './gate.ts';

/** One thing that has to be so before somebody goes home. */
export interface DischargeItem {
  readonly key: CheckKey;
  readonly statement: string;
  /** Fulfilled by what is recorded, answered so, or a physician goes on with a reason. */
  readonly met: boolean;
  /** What is recorded about it, with its numbers. */
  readonly fact: string;
  /** What would meet it; null when it is met. */
  readonly needs: string | null;
  readonly answer: Answered | null;
  /** A person answers it; otherwise it is folded from what is recorded. */
  readonly asked: boolean;
  /** A physician may go on without it. A pressure too low to stand up with is never one of those. */
  readonly overridable: boolean;
}

export interface Discharge {
  readonly ready: boolean;
  /** Unmet first, each group in the order of the list. */
  readonly items: readonly DischargeItem[];
  /** One sentence per unmet item: what is missing and what would meet it. */
  readonly missing: readonly string[];
}

/**
 * Is what going home asks for there (clinical.md 6; DCH-1 to DCH-12)? Folded from what is recorded; a person decides.
 * Answers count from the last dose on: what somebody could do before it says nothing about now.
 * @param nowMs milliseconds since the epoch, by the server's clock; after the end, the end counts
 */
export function dischargeOf(state: SessionState, nowMs: number): Discharge {
  const atMs = state.endedAt === null ? nowMs : Math.min(nowMs, Date.parse(state.endedAt));
  const protocol = protocolOf(state);
  const facts = factsOf(state, atMs);
  const answers = answersSince(state, atMs);
  const items = checkRows
    .filter((row) => row.list === 'discharge' && applies(row.key, state, protocol, atMs))
    .map(({ key, statement, derived, physician }): DischargeItem => {
      const answer = answers.get(key) ?? null;
      if (derived === true) return derivedItem(key, statement, facts, answer);
      const met = isSettled(answer);
      const asks = physician === true ? 'a physician' : 'somebody';
      return {
        key,
        statement,
        met,
        fact: answer === null ? 'not answered' : answerWords(answer),
        needs: met ? null : `${asks} answers: ${statement}`,
        answer,
        asked: true,
        overridable: true,
      };
    });
  const unmet = items.filter(({ met }) => !met);
  return {
    ready: unmet.length === 0,
    items: [...unmet, ...items.filter(({ met }) => met)],
    missing: unmet.map(
      ({ statement, fact, needs }) => `${statement}: ${fact}${needs === null ? '' : `; ${needs}`}`,
    ),
  };
}

function derivedItem(key: CheckKey, statement: string, facts: Facts, answer: Answered | null): DischargeItem {
  const { met, fact, needs, never } = facts[key as keyof Facts]();
  const overridden = answer?.overrideReason !== undefined && never !== true;
  return {
    key,
    statement,
    met: met || overridden,
    fact: overridden && !met ? `${fact}; goes on: ${answer?.overrideReason}` : fact,
    needs: met || overridden ? null : needs,
    answer,
    asked: false,
    overridable: never !== true,
  };
}

function answersSince(state: SessionState, atMs: number): Map<CheckKey, Answered> {
  const lastMs = lastGivenMs(state, atMs);
  const all = answersOf(state, atMs);
  return new Map([...all].filter(([, { at }]) => Date.parse(at) >= lastMs));
}

/** What is asked of this session: a line only where one was in, a REMS pressure only under REMS. */
function applies(key: CheckKey, state: SessionState, protocol: Protocol, atMs: number): boolean {
  const given = administrations(state, atMs);
  switch (key) {
    case 'line-out':
      return given.some(({ route }) => route === 'iv');
    case 'waste-reconciled':
      return [...standing(state, 'dose'), ...standing(state, 'infusion-start')].some(
        ({ data }) => data.vialId !== undefined,
      );
    case 'rems-pressures':
      return protocol.plan.rems === true;
    case 'infusion-stopped':
      return given.some(({ shape }) => shape === 'infusion');
    case 'reversal-past':
      return given.some(({ drug }) => slows(drug));
    case 'observed':
      return studyAdministrations(state, atMs).length > 0;
    default:
      return true;
  }
}

function answerWords(answer: Answered): string {
  const words = { fulfilled: 'yes', 'not-fulfilled': 'no', 'not-applicable': 'does not apply' }[
    answer.result
  ];
  const who = [answer.person, answer.phone, answer.note].filter((part) => part !== undefined).join(', ');
  const reason = answer.overrideReason === undefined ? '' : `; goes on: ${answer.overrideReason}`;
  return `${words}${who === '' ? '' : `, ${who}`}${reason}`;
}
