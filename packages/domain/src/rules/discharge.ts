import { type CheckKey, checkRows } from '../checklist/catalog.ts';
import { answerResults } from '../entries/checklist.ts';
import { administrations } from '../session/administrations.ts';
import { standing } from '../session/select.ts';
import type { SessionState } from '../session/state.ts';
import type { Fact, FactOf } from './discharge-facts.ts';
import { infusionStopped, lastGivenMs, observed, reversalPast } from './discharge-medicines.ts';
import { awake, nothingOpen, recoveryScored } from './discharge-recovery.ts';
import { breathingWell, pressureSteady, remsPressures } from './discharge-vitals.ts';
import { type Answered, answersOf, isSettled } from './gate.ts';

/** The rows that are folded from the record. */
const facts = {
  observed,
  'pressure-steady': pressureSteady,
  'breathing-well': breathingWell,
  awake,
  'recovery-scored': recoveryScored,
  'nothing-open': nothingOpen,
  'reversal-past': reversalPast,
  'infusion-stopped': infusionStopped,
  'rems-pressures': remsPressures,
} as const satisfies Partial<Record<CheckKey, FactOf>>;

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
  const answers = answersSince(state, atMs);
  const items = checkRows
    .filter(({ list }) => list === 'discharge')
    .flatMap(({ key, statement, derived, physician }): DischargeItem[] => {
      const row = { key, statement, answer: answers.get(key) ?? null };
      if (derived !== true) {
        return applies(key, state, atMs)
          ? [askedItem(row, physician === true ? 'a physician' : 'somebody')]
          : [];
      }
      const fact = facts[key as keyof typeof facts](state, atMs);
      return fact === null ? [] : [derivedItem(row, fact)];
    });
  const unmet = items.filter(({ met }) => !met);
  return {
    ready: unmet.length === 0,
    items: [...unmet, ...items.filter(({ met }) => met)],
    missing: unmet.map(({ statement, fact, needs }) => `${statement}: ${fact}; ${needs}`),
  };
}

type Row = Pick<DischargeItem, 'key' | 'statement' | 'answer'>;

function askedItem(row: Row, who: string): DischargeItem {
  const met = isSettled(row.answer);
  return {
    ...row,
    met,
    fact: row.answer === null ? 'not answered' : answerWords(row.answer),
    needs: met ? null : `${who} answers: ${row.statement}`,
    asked: true,
    overridable: true,
  };
}

function derivedItem(row: Row, { fact, needs, never = false }: Fact): DischargeItem {
  const reason = never ? undefined : row.answer?.overrideReason;
  const goesOn = needs !== null && reason !== undefined;
  return {
    ...row,
    met: needs === null || goesOn,
    fact: goesOn ? `${fact}; goes on: ${reason}` : fact,
    needs: goesOn ? null : needs,
    asked: false,
    overridable: !never,
  };
}

function answersSince(state: SessionState, atMs: number): Map<CheckKey, Answered> {
  const lastMs = lastGivenMs(state, atMs);
  const all = answersOf(state, atMs);
  return new Map([...all].filter(([, { at }]) => Date.parse(at) >= lastMs));
}

/** Two rows are asked only where there is something to ask about: a line that was in, a vial that was drawn from. */
function applies(key: CheckKey, state: SessionState, atMs: number): boolean {
  switch (key) {
    case 'line-out':
      return administrations(state, atMs).some(({ route }) => route === 'iv');
    case 'waste-reconciled':
      return [...standing(state, 'dose'), ...standing(state, 'infusion-start')].some(
        ({ data }) => data.vialId !== undefined,
      );
    default:
      return true;
  }
}

/** "yes, Ana Rivera, 555 0100", "no; goes on: As discussed." */
function answerWords({ result, person, phone, note, overrideReason }: Answered): string {
  const words = [answerResults[result], person, phone, note].filter((part) => part !== undefined).join(', ');
  return overrideReason === undefined ? words : `${words}; goes on: ${overrideReason}`;
}
