import form from '../ui/form.module.css';
import { setupWords } from '../words/setup-words.ts';
import { ClinicChoice } from './clinic-choice.tsx';

const text = setupWords.teamOnly;

/** Whether sessions are shown to their team alone. */
export function TeamOnlyChoice() {
  return (
    <ClinicChoice setting="teamOnly" words={text}>
      <p className={form.hint}>{text.means}</p>
      <p className={form.hint}>{text.leads}</p>
    </ClinicChoice>
  );
}
