import { type CheckKey, type ChecklistAnswer, type CheckRow, kgFromLb, lbFromKg } from '@tandem/domain';
import { readTypedNumber } from '../../data/typed-number.ts';
import { gateWords as text } from '../../words/gate-words.ts';

/** What stands in the fields of a row; a row that was not touched has no result. */
export interface GateDraft {
  readonly result?: ChecklistAnswer['result'] | undefined;
  readonly note?: string | undefined;
  readonly weight?: string | undefined;
  readonly unit?: 'kg' | 'lb' | undefined;
  readonly person?: string | undefined;
  readonly phone?: string | undefined;
  readonly overrideReason?: string | undefined;
}
export type GateDrafts = Readonly<Partial<Record<CheckKey, GateDraft>>>;

/** An answer of an earlier session to a row that lasts. */
export interface LastAnswer {
  readonly item: string;
  readonly result: ChecklistAnswer['result'];
  readonly note: string | null;
  readonly at: string;
  readonly by: string;
}

/** The answer that a row's fields make, or the sentence that says what to write instead. */
export function answerOf(
  row: CheckRow & { readonly key: CheckKey },
  draft: GateDraft,
): { readonly answer: ChecklistAnswer } | { readonly sentence: string } {
  if (draft.result === undefined) return { sentence: text.nothing };
  const base = { item: row.key, result: draft.result, ...words(draft) };
  if (row.asks !== 'weight' || draft.result !== 'fulfilled') return { answer: base };
  const kg = kgOf(draft);
  return typeof kg === 'string' ? { sentence: kg } : { answer: { ...base, weightKg: kg } };
}

/** The weight in kg, or what is wrong with what was typed. */
export function kgOf({ weight = '', unit = 'kg' }: GateDraft): number | string {
  const read = readTypedNumber(weight);
  if ('sentence' in read) return read.sentence;
  const kg = unit === 'lb' ? kgFromLb(read.value) : read.value;
  return kg < 2 || kg > 500 ? text.weightRange : kg;
}

/** The other unit beside the typed one, so that a wrong unit is seen: "150.8 lb". Null while it is no weight. */
export function otherUnit(draft: GateDraft): string | null {
  const kg = kgOf(draft);
  if (typeof kg === 'string') return null;
  return draft.unit === 'lb' ? `${kg} kg` : `${lbFromKg(kg)} lb`;
}

function words({ result, note, person, phone, overrideReason }: GateDraft) {
  const typed = {
    note,
    person,
    phone,
    // A reason typed for "no" is none once the answer is another.
    overrideReason: result === 'not-fulfilled' ? overrideReason : undefined,
  };
  return Object.fromEntries(
    Object.entries(typed).flatMap(([name, value]) => {
      const trimmed = value?.trim() ?? '';
      return trimmed === '' ? [] : [[name, trimmed]];
    }),
  ) as Pick<ChecklistAnswer, 'note' | 'person' | 'phone' | 'overrideReason'>;
}
