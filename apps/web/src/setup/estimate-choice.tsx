import { estimateDisclaimer, estimateLimits } from '@tandem/domain';
import { estimateWords } from '../room/estimate/estimate-words.ts';
import form from '../ui/form.module.css';
import { ClinicChoice } from './clinic-choice.tsx';

/** Whether this clinic shows the estimate, with what it is not. */
export function EstimateChoice() {
  return (
    <ClinicChoice setting="estimate" words={estimateWords.setup}>
      <p className={form.hint}>{estimateDisclaimer}</p>
      <p className={form.hint}>{estimateLimits}</p>
    </ClinicChoice>
  );
}
