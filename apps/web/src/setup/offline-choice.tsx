import form from '../ui/form.module.css';
import { words } from '../words/list-pages.ts';
import { ClinicChoice } from './clinic-choice.tsx';

const text = words.setup.offline;

/** Whether entries may wait on the clinic's devices. */
export function OfflineChoice() {
  return (
    <ClinicChoice setting="offlineMode" words={text}>
      <p className={form.hint}>{text.means}</p>
      <p className={form.hint}>{text.without}</p>
    </ClinicChoice>
  );
}
