import { useEffect, useRef, useState } from 'react';
import { keepDraft } from '../../data/drafts.ts';
import { useKeys } from '../../keys/use-keys.ts';
import toggle from '../../ui/toggle.module.css';
import { usePageFlag } from '../../ui/use-page-flag.ts';
import { keypadWords } from '../../words/keypad-words.ts';
import { mayRecord, useRoom } from '../room-context.ts';
import { cameForVitals } from '../room-focus.ts';
import { type DoseDraft, emptyDose } from './dose-draft.ts';
import { DoseTab } from './dose-tab.tsx';
import { useKeptDraft } from './kept-draft.ts';
import classes from './keypad.module.css';
import { MoreTab } from './more-tab.tsx';
import { NoteTab } from './note-tab.tsx';
import { TaskSheet } from './task-sheet.tsx';
import { VitalsTab } from './vitals-tab.tsx';

const text = keypadWords;
/** What this says, for another language to be laid over. */
export const english = { keypad: keypadWords };
const tabKinds = { vitals: 'vital-signs', dose: 'dose', note: 'note' } as const;
type Tab = keyof typeof text.tabs;

/**
 * What a hand in a glove records with beside the client: on a tablet the right column, on a phone the foot. A dose is
 * read back on a sheet over it, which leaves the client's name and the plan in sight.
 */
export function Keypad() {
  const room = useRoom();
  const { task, me, session } = room;
  const tabs = (Object.keys(text.tabs) as Tab[]).filter(
    (tab) => tab === 'more' || mayRecord(room, tabKinds[tab]),
  );
  const [chosen, setTab] = useState<Tab>(() =>
    me.role === 'therapist' && !cameForVitals() ? 'note' : 'vitals',
  );
  const tab = tabs.includes(chosen) ? chosen : (tabs[0] as Tab);
  /** On a phone the keys come with the first value that is touched. */
  const [open, setOpen] = useState(cameForVitals);
  const pad = useRef<HTMLElement>(null);
  const [, setDose] = useKeptDraft<DoseDraft>('dose', emptyDose);
  const [, setDoseAt] = useKeptDraft<string | null>('dose-at', null);
  const [doses, setDoses] = useState(0);
  const goTo = (next: Tab) => {
    setTab(next);
    setOpen(false);
  };

  // A line that the server refused goes back to where lines are typed.
  const putBack = task.type === 'line' && task.putBack !== undefined;
  useEffect(() => {
    if (putBack) setTab('more');
  }, [putBack]);

  // "Recheck now" of a notice.
  useEffect(() => {
    const shown = pad.current;
    const take = () => {
      setTab('vitals');
      setOpen(true);
    };
    shown?.addEventListener('take-vitals', take);
    return () => shown?.removeEventListener('take-vitals', take);
  }, []);
  usePageFlag('data-has-pad');
  useKeys({
    dose: () => {
      if (task.type === 'line' && mayRecord(room, 'dose')) goTo('dose');
    },
  });

  function forgetDose(): void {
    setDose(() => emptyDose);
    setDoseAt(() => null);
    // Typed under More instead: the line it was typed in is done with.
    if (tab === 'more') keepDraft(me.person.id, session.id, '');
    setDoses((count) => count + 1);
  }

  return (
    <>
      <TaskSheet onDoseRecorded={forgetDose} />
      <section ref={pad} className={classes.pad} data-keypad aria-label={text.title}>
        <div role="tablist" aria-label={text.title} className={classes.tabs}>
          {tabs.map((one) => (
            <button
              key={one}
              type="button"
              role="tab"
              id={`pad-${one}`}
              aria-selected={one === tab}
              aria-controls="pad-panel"
              className={`${toggle.toggle} ${classes.tab}`}
              onClick={() => goTo(one)}
            >
              {text.tabs[one]}
            </button>
          ))}
        </div>
        <div
          key={doses}
          id="pad-panel"
          role="tabpanel"
          aria-labelledby={`pad-${tab}`}
          className={classes.panel}
        >
          {tab === 'vitals' && <VitalsTab open={open} setOpen={setOpen} />}
          {tab === 'dose' && <DoseTab open={open} setOpen={setOpen} />}
          {tab === 'note' && <NoteTab />}
          {tab === 'more' && <MoreTab />}
        </div>
      </section>
    </>
  );
}
