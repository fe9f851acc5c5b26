import {
  type DrugKey,
  formatMg,
  ketamineGiven,
  microgramsFromMg,
  type RouteKey,
  type SessionState,
} from '@tandem/domain';

/** A dose as it is keyed on the keypad; amount as text, so that it stands as it was pressed. */
export interface DoseDraft {
  readonly amount: string;
  /** Null: as planned. */
  readonly route: RouteKey | null;
  /** Letters of the site as the line knows them; empty when it is not named. */
  readonly site: string;
  /** The key that the amount did not take. */
  readonly refused: string | null;
}

export const emptyDose: DoseDraft = { amount: '', route: null, site: '', refused: null };

/** An amount has at most four digits before its point and three after it (DOS-5). */
const AMOUNT = /^\d{0,4}(\.\d{0,3})?$/;

/** One key more; what does not fit changes nothing and is named. */
export function keyAmount(draft: DoseDraft, key: string): DoseDraft {
  const amount = draft.amount + key;
  return AMOUNT.test(amount) ? { ...draft, amount, refused: null } : { ...draft, refused: key };
}

export function backAmount(draft: DoseDraft): DoseDraft {
  return { ...draft, amount: draft.amount.slice(0, -1), refused: null };
}

export interface PlannedNext {
  readonly drug: DrugKey;
  readonly route: RouteKey;
  readonly amountMg: number;
  readonly words: string;
}

/** The dose that the plan names next; null when all planned ones were given, or none is. */
export function plannedNext(state: SessionState): PlannedNext | null {
  const planned = state.plan?.plannedDoses?.[ketamineGiven(state).doses];
  if (planned === undefined) return null;
  const { drug, route, amountMg } = planned;
  return { drug, route, amountMg, words: formatMg(microgramsFromMg(amountMg)) };
}

/** The medicine and route of this session's protocol, where no dose is planned. */
export function usualDose(state: SessionState): { readonly drug: DrugKey; readonly route: RouteKey } {
  const { drug = 'ketamine', route = 'im' } = state.pins?.protocol.data ?? {};
  return { drug, route };
}

/** The dose as somebody would type it; empty without an amount. */
export function lineOfDose(
  draft: DoseDraft,
  usual: { drug: DrugKey; route: RouteKey },
  at: string | null,
): string {
  if (draft.amount === '') return '';
  const parts = [
    usual.drug,
    draft.amount,
    draft.route ?? usual.route,
    draft.site,
    at === null ? '' : `@${at}`,
  ];
  return parts.filter((part) => part !== '').join(' ');
}
