import { IconVaccine } from '@tabler/icons-react';
import {
  type Dose,
  drugLabel,
  drugRow,
  formatMg,
  formatMgPerKg,
  microgramsFromMg,
  type RouteKey,
  routeCatalog,
} from '@tandem/domain';
import { readTypedNumber } from '../data/typed-number.ts';
import { words } from '../words/in-room.ts';
import type { CardContext, EntryView, FormDraft } from './entry-view.ts';
import { DoseFields } from './later-fields.ts';

function dataOf(draft: FormDraft, original: Dose) {
  const amount = readTypedNumber(draft.amountMg ?? '');
  if ('sentence' in amount) return amount;
  const { site: _site, durationMinutes, ...rest } = original;
  const site = (draft.site ?? '').trim();
  const route = draft.route as RouteKey;
  return {
    data: {
      ...rest,
      amountMg: amount.value,
      route,
      // Minutes of an infusion mean nothing once the route is another.
      ...(route === 'iv' && durationMinutes !== undefined ? { durationMinutes } : {}),
      ...(site === '' ? {} : { site }),
    },
  };
}

/** "Ketamine 40 mg IM": the drug in full. */
export function doseTitle(data: Pick<Dose, 'drug' | 'drugName' | 'amountMg' | 'route'>): string {
  return `${drugLabel(data)} ${formatMg(microgramsFromMg(data.amountMg))} ${routeCatalog[data.route].label}`;
}

function detail(data: Dose, { grams }: CardContext): string | null {
  const parts: string[] = [];
  if (data.site !== undefined) parts.push(data.site);
  if (data.durationMinutes !== undefined) parts.push(`over ${data.durationMinutes} min`);
  if (grams !== null && drugRow(data.drug).studyDrug)
    parts.push(formatMgPerKg(microgramsFromMg(data.amountMg), grams));
  if (data.state === 'already-given') parts.push(words.dose.alreadyGiven.toLowerCase());
  if (data.overrideReason !== undefined) parts.push(words.dose.outsideLimit(data.overrideReason));
  return parts.length === 0 ? null : parts.join(' · ');
}

export const doseView: EntryView<Dose> = {
  icon: IconVaccine,
  tone: 'strong',
  title: doseTitle,
  detail,
  form: {
    draftOf: (data) => ({ amountMg: String(data.amountMg), route: data.route, site: data.site ?? '' }),
    dataOf,
    Fields: DoseFields,
  },
};
