import { IconDropletPlus, IconDroplets, IconDropletX } from '@tabler/icons-react';
import { type DataOf, infusionRateKind, infusionStartKind, infusionStopKind } from '@tandem/domain';
import { readTypedNumber, readTypedRate } from '../data/typed-number.ts';
import { words } from '../words/in-room.ts';
import type { EntryForm, EntryView } from './entry-view.ts';
import { RateFields } from './later-fields.ts';

/** The rate alone: another drug is another infusion. */
function rateForm<Data extends { readonly rateMgPerHour: number }>(
  read: typeof readTypedNumber,
): EntryForm<Data> {
  return {
    draftOf: (data) => ({ rateMgPerHour: String(data.rateMgPerHour) }),
    dataOf(draft, original) {
      const rate = read(draft.rateMgPerHour ?? '');
      return 'sentence' in rate ? rate : { data: { ...original, rateMgPerHour: rate.value } };
    },
    Fields: RateFields,
  };
}

export const infusionStartView: EntryView<DataOf<'infusion-start'>> = {
  icon: IconDropletPlus,
  tone: 'strong',
  title: infusionStartKind.summarize,
  detail: ({ overrideReason }) =>
    overrideReason === undefined ? null : words.dose.outsideLimit(overrideReason),
  form: rateForm<DataOf<'infusion-start'>>(readTypedNumber),
};
export const infusionRateView: EntryView<DataOf<'infusion-rate'>> = {
  icon: IconDroplets,
  tone: 'strong',
  title: infusionRateKind.summarize,
  // Corrected to a pause, too.
  form: rateForm<DataOf<'infusion-rate'>>(readTypedRate),
};
export const infusionStopView: EntryView<DataOf<'infusion-stop'>> = {
  icon: IconDropletX,
  tone: 'strong',
  title: infusionStopKind.summarize,
};
