import type { DrugKey, RouteKey } from '../drugs/catalog.ts';
import { drugLabel } from '../entries/dose.ts';
import type { AnyNewEntry } from '../entries/registry.ts';
import { may } from '../permissions.ts';
import { protocolOf } from '../protocol/protocol.ts';
import { type Refusal, refuse } from '../refusals.ts';
import { type DoseAsked, type DoseFinding, doseFindings, maybeSame } from '../rules/dose-checks.ts';
import { findingSentence } from '../rules/finding-words.ts';
import { microgramsFromMg } from '../units.ts';
import { APPROVAL_MS, isApprovalUsed } from './approval.ts';
import type { DecideContext } from './commands.ts';
import { standing } from './select.ts';
import { itemOf, type SessionState } from './state.ts';

type Giving = Extract<AnyNewEntry, { kind: 'dose' | 'infusion-start' | 'infusion-rate' }>;
type Approved = Extract<AnyNewEntry, { kind: Giving['kind'] | 'waste' }>;

/**
 * What a dose about to be given waits for (DOS-13): a reason where it lies outside of protocol, gate or record, a
 * second person where the protocol asks for one, and a word on a dose that may be the same one. What was given
 * already, what was recorded without a network and what is copied from paper is never refused for it.
 */
export function givingRefusal(entry: Giving, state: SessionState, context: DecideContext): Refusal | null {
  const { data } = entry;
  if (data.overrideReason !== undefined && !may(context.actor.role, 'doses.override')) {
    return refuse('role-may-not', {
      field: 'data.overrideReason',
      detail:
        'A physician gives the reason for a dose outside the limits. Nothing was stored. Ask one to record it.',
    });
  }
  const unchecked =
    data.state === 'already-given' || entry.context?.offline === true || state.origin === 'transcribed';
  return unchecked ? null : aboutToGiveRefusal(entry, state, context);
}

function aboutToGiveRefusal(entry: Giving, state: SessionState, context: DecideContext): Refusal | null {
  const { data } = entry;
  const asked = askedOf(entry);
  const findings = entry.kind === 'infusion-rate' ? ofRate(entry, state) : doseFindings(state, asked);
  if (findings.length > 0 && data.overrideReason === undefined) {
    return refuse('override-needed', {
      field: 'data.overrideReason',
      detail: `${findings.map(findingSentence).join(' ')} Nothing was stored. A physician may go on with a reason.`,
      missing: findings.map(findingSentence),
    });
  }
  if (entry.kind === 'dose') {
    const range = findings.some(({ ruleId }) => ruleId === 'dose-range');
    if (range && entry.data.amountAgainMg !== entry.data.amountMg) {
      return refuse('override-needed', {
        field: 'data.amountAgainMg',
        detail:
          'This is an anaesthetic amount. Nothing was stored. Send it once more in `amountAgainMg`, as it was typed again.',
      });
    }
    const other = maybeSame(state, asked, context.actor.id);
    if (other !== null && entry.data.separateFrom !== other.id) {
      return refuse('maybe-same-dose', { field: 'data.separateFrom' });
    }
  }
  const { secondPerson } = protocolOf(state);
  const asks = secondPerson === 'every-dose' || (secondPerson === 'outside-limits' && findings.length > 0);
  if (asks && data.approvalId === undefined) {
    return refuse('override-needed', {
      field: 'data.approvalId',
      detail: 'This protocol asks a second person to confirm with their PIN. Nothing was stored.',
    });
  }
  return null;
}

interface Asking {
  readonly drug: DrugKey;
  readonly drugName?: string | undefined;
  /** Of the start of an infusion; nobody has to say. */
  readonly plannedMg?: number | undefined;
}

function askedOf(entry: Giving): DoseAsked {
  const { drug, drugName, plannedMg = 0 }: Asking = entry.data;
  const named = { drug, drugName, atMs: Date.parse(entry.happenedAt) };
  return entry.kind === 'dose'
    ? { ...named, route: entry.data.route, micrograms: microgramsFromMg(entry.data.amountMg) }
    : { ...named, route: 'iv', micrograms: Math.round(plannedMg * 1000) };
}

/** A rate that goes on is held against the ceiling alone, with what was given until now; a pause against nothing. */
function ofRate(entry: Extract<Giving, { kind: 'infusion-rate' }>, state: SessionState): DoseFinding[] {
  if (entry.data.rateMgPerHour === 0) return [];
  return doseFindings(state, askedOf(entry)).filter(({ ruleId }) => ruleId === 'dose-ceiling');
}

/** APR-2: an approval is real, this session's, for these values, for whoever asked, fresh and unused. */
export function approvalRefusal(
  entry: Approved,
  state: SessionState,
  context: DecideContext,
): Refusal | null {
  const { approvalId } = entry.data;
  if (approvalId === undefined) return null;
  const field = 'data.approvalId';
  const wrong = (detail: string) => refuse('approval-invalid', { field, detail: `${detail} ${ASK_AGAIN}` });
  const approval = context.approvals?.get(approvalId);
  if (approval === undefined || approval.sessionId !== state.sessionId) return refuse('not-found', { field });
  if (approval.askedById !== context.actor.id) return wrong('Somebody else asked for this approval.');
  if (approval.personId === context.actor.id) return wrong('A second person has to be somebody else.');
  if (isApprovalUsed(state, approvalId)) return wrong('This approval was used already.');
  if (context.nowMs - approval.atMs > APPROVAL_MS) return wrong('This approval is older than 2 minutes.');
  const { drug, micrograms, route } = valuesOf(entry, approval.drug);
  if (drug !== approval.drug || micrograms !== approval.micrograms || route !== approval.route) {
    return wrong('This approval is for another drug, amount or route.');
  }
  return null;
}

const ASK_AGAIN = 'Nothing was stored. Ask the second person again.';

function valuesOf(
  entry: Approved,
  drugOfWaste: DrugKey,
): { drug: string; micrograms: number; route: RouteKey | null } {
  switch (entry.kind) {
    case 'dose':
      return {
        drug: entry.data.drug,
        micrograms: microgramsFromMg(entry.data.amountMg),
        route: entry.data.route,
      };
    case 'waste':
      return { drug: drugOfWaste, micrograms: microgramsFromMg(entry.data.amountMg), route: null };
    default:
      // Of an infusion the rate is what was confirmed, in mg per hour.
      return { drug: entry.data.drug, micrograms: microgramsFromMg(entry.data.rateMgPerHour), route: 'iv' };
  }
}

/** DOS-18: a dose that another one refers to is a dose of this session. */
export function referenceRefusal(
  { data }: Extract<AnyNewEntry, { kind: 'dose' }>,
  state: SessionState,
): Refusal | null {
  const isGiven = (id: string) => {
    const kind = itemOf(state, id)?.entry.kind;
    return kind === 'dose' || kind === 'infusion-start';
  };
  for (const name of ['boosterOf', 'separateFrom'] as const) {
    const id = data[name];
    if (id !== undefined && !isGiven(id)) return refuse('not-found', { field: `data.${name}` });
  }
  return null;
}

type InfusionEntry = Extract<AnyNewEntry, { kind: 'infusion-start' | 'infusion-rate' | 'infusion-stop' }>;

/** INF-2: an infusion starts once, changes and stops while it runs, and stays of one drug. */
export function infusionRefusal(entry: InfusionEntry, state: SessionState): Refusal | null {
  const { infusionId } = entry.data;
  const start = standing(state, 'infusion-start').find(({ data }) => data.infusionId === infusionId);
  if (entry.kind === 'infusion-start') {
    return start === undefined
      ? null
      : refuse('infusion-state', {
          field: 'data.infusionId',
          detail: 'This infusion was started already. Nothing was stored.',
        });
  }
  if (start === undefined) return refuse('not-found', { field: 'data.infusionId' });
  // By its name: two drugs outside the list are not one.
  if (drugLabel(start.data) !== drugLabel(entry.data)) {
    return refuse('invalid', {
      field: 'data.drug',
      detail: `This infusion is of ${drugLabel(start.data)}. Nothing was stored.`,
    });
  }
  const atMs = Date.parse(entry.happenedAt);
  if (atMs < Date.parse(start.happenedAt)) {
    return refuse('infusion-state', {
      field: 'happenedAt',
      detail: 'This lies before the start of the infusion. Nothing was stored. Check the time.',
    });
  }
  const stop = standing(state, 'infusion-stop').find(({ data }) => data.infusionId === infusionId);
  const isOver =
    stop !== undefined && (entry.kind === 'infusion-stop' || atMs >= Date.parse(stop.happenedAt));
  return isOver ? refuse('infusion-state', { field: 'data.infusionId' }) : null;
}
