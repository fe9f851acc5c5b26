import { IconVaccineOff } from '@tabler/icons-react';
import { type DataOf, doseNotGivenKind } from '@tandem/domain';
import type { EntryView } from './entry-view.ts';

/** A wrong one is marked entered in error and recorded anew. */
export const doseNotGivenView: EntryView<DataOf<'dose-not-given'>> = {
  icon: IconVaccineOff,
  tone: 'plain',
  title: doseNotGivenKind.summarize,
};
