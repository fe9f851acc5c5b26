import { type Dose, protocolOf, type SessionState } from '@tandem/domain';
import type { OpenVial } from '../../data/medicine-calls.ts';
import { words } from '../../words/in-room.ts';
import type { DoseFacts } from './dose-facts.ts';

const text = words.dose;

/** What a person has said about a dose on the read-back. */
export interface Said {
  readonly given: Dose['state'];
  readonly reason: string;
  /** The amount was typed again, and is the same. */
  readonly retyped: boolean;
  readonly orderedBy: string;
  /** Of somebody else's dose a moment ago: this is another one. */
  readonly separate: boolean;
  readonly boosterOf: string;
  readonly concentration: number | null;
  readonly approvalId: string | null;
  /** Without a connection: was another dose given in the room that this screen does not know of? */
  readonly elsewhere: boolean | null;
  /** The vial it is drawn from; its lot and concentration go with it. */
  readonly vial: OpenVial | null;
}

export interface Rights {
  readonly order: boolean;
  readonly override: boolean;
}

/** Is the reason of a physician asked for? What was given already is recorded whatever its limits say. */
export function asksReason({ given }: Pick<Said, 'given'>, { findings }: DoseFacts): boolean {
  return given === 'about-to-give' && findings.length > 0;
}

/** Does the protocol ask a second person to confirm it? */
export function asksSecond(state: SessionState, said: Pick<Said, 'given'>, facts: DoseFacts): boolean {
  const { secondPerson } = protocolOf(state);
  if (said.given === 'already-given' || !facts.counted) return false;
  return secondPerson === 'every-dose' || (secondPerson === 'outside-limits' && facts.findings.length > 0);
}

/** The first thing that is missing before it can be recorded, as a sentence; null when nothing is. */
export function missingFrom(
  said: Said,
  facts: DoseFacts,
  state: SessionState,
  rights: Rights,
  isStale: boolean,
): string | null {
  if (isStale && said.elsewhere === null) return text.elsewhereNeeded;
  // What was given already is recorded in whatever order; what is about to be given waits for the true total.
  if (isStale && said.elsewhere === true && said.given === 'about-to-give') return text.recordFirst;
  if (!rights.order && said.orderedBy === '') return text.orderNeeded;
  const inRange = facts.findings.some(({ ruleId }) => ruleId === 'dose-range');
  if ((facts.overPlan || (inRange && said.given === 'about-to-give')) && !said.retyped) {
    return inRange ? text.anaesthetic : text.overPlan;
  }
  if (asksReason(said, facts)) {
    if (!rights.override) return text.physicianNeeded;
    if (said.reason.trim() === '') return text.reasonNeeded;
  }
  if (facts.other !== null && said.given === 'about-to-give' && !said.separate) return text.separateNeeded;
  if (asksSecond(state, said, facts) && said.approvalId === null) return text.secondNeeded;
  return null;
}

/** The dose as it is recorded, with what was said about it. */
export function doseToRecord(dose: Dose, said: Said, facts: DoseFacts, rights: Rights): Dose {
  const reason = said.reason.trim();
  return {
    ...dose,
    state: said.given,
    ...(reason === '' || !rights.override ? {} : { overrideReason: reason }),
    ...(rights.order ? {} : { orderedById: said.orderedBy }),
    ...(said.retyped ? { amountAgainMg: dose.amountMg } : {}),
    ...(facts.other !== null && said.separate ? { separateFrom: facts.other.id } : {}),
    ...(said.boosterOf === '' ? {} : { boosterOf: said.boosterOf }),
    ...(said.concentration === null ? {} : { concentrationMgPerMl: said.concentration }),
    ...(said.vial === null ? {} : { vialId: said.vial.id, lot: said.vial.lot }),
    ...(said.approvalId === null ? {} : { approvalId: said.approvalId }),
  };
}
