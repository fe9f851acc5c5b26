import { IconGauge } from '@tabler/icons-react';
import { type Assessment, summarizeAssessment } from '@tandem/domain';
import type { EntryView } from './entry-view.ts';

/** A wrong score is marked entered in error and the scale scored anew: its answers belong together. */
export const assessmentView: EntryView<Assessment> = {
  icon: IconGauge,
  tone: 'strong',
  title: summarizeAssessment,
};
