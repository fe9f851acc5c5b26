import { Link } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense } from 'react';
import { useMay } from '../data/me.ts';
import { DisplaysPanel } from '../displays/displays-panel.tsx';
import { buttonClass } from '../ui/button.tsx';
import { Page } from '../ui/page.tsx';
import { displayWords } from '../words/display-words.ts';
import { drillWords } from '../words/drill-words.ts';
import { healthWords } from '../words/health-words.ts';
import { instrumentWords } from '../words/instrument-words.ts';
import { words } from '../words/list-pages.ts';
import { openingsWords } from '../words/openings-words.ts';
import { peopleWords } from '../words/people-words.ts';
import { processNoteWords } from '../words/process-note-words.ts';
import { removalWords } from '../words/removal-words.ts';
import { setupWords } from '../words/setup-words.ts';
import { templateWords } from '../words/template-words.ts';
import { ClinicFacts } from './clinic-facts.tsx';
import { EstimateChoice } from './estimate-choice.tsx';
import { LockMinutes } from './lock-minutes.tsx';
import { OfflineChoice } from './offline-choice.tsx';
import { People, Protocols, Questionnaires, TextTemplates } from './readers.tsx';
import { RetentionChoice } from './retention-choice.tsx';
import { KeptRooms } from './rooms/kept-rooms.tsx';
import classes from './setup.module.css';
import { Group, Part } from './setup-part.tsx';
import { Tablets } from './tablets.tsx';
import { TeamOnlyChoice } from './team-only-choice.tsx';
import { ThisDevice } from './this-device.tsx';
import { useLookingBack } from './use-looking-back.tsx';

const text = setupWords.groups;
/** The admin's alone. */
const PeoplePanel = lazy(async () => ({
  default: (await import('./people/people-panel.tsx')).PeoplePanel,
}));

/** What this says, for another language to be laid over. */
export const english = {
  setup: setupWords,
  setupPage: words.setup,
  people: peopleWords,
  health: healthWords,
  templates: templateWords,
  openings: openingsWords,
  displays: displayWords,
  removal: removalWords,
  processNotes: processNoteWords,
  questionnaires: instrumentWords,
  drillLinks: drillWords,
};

/** What a role may set up or look at, group by group. */
export function SetupPage() {
  const groups = useGroups();
  return (
    <Page title={words.setup.title} narrow>
      {groups.length > 1 && (
        <ul aria-label={setupWords.jump} className={classes.jump}>
          {groups.map(({ id }) => (
            <li key={id}>
              <a href={`#${id}`} onClick={() => document.getElementById(`${id}-title`)?.focus()}>
                {text[id]}
              </a>
            </li>
          ))}
        </ul>
      )}
      {groups.map(({ id, content }) => (
        <Group key={id} id={id} title={text[id]}>
          {content}
        </Group>
      ))}
    </Page>
  );
}

type GroupId = keyof typeof text;

interface SetupGroup {
  readonly id: GroupId;
  readonly isThere: boolean;
  readonly content: ReactNode;
}

function useGroups(): SetupGroup[] {
  const may = useMay();
  const back = useLookingBack();
  const keeps = may('clinic.write');
  const groups: SetupGroup[] = [
    {
      id: 'clinic',
      isThere: keeps,
      content: (
        <>
          <ClinicFacts />
          <TeamOnlyChoice />
          <LockMinutes />
        </>
      ),
    },
    {
      id: 'people',
      isThere: may('people.read'),
      content: (
        <>
          {keeps ? (
            <Suspense>
              <PeoplePanel />
            </Suspense>
          ) : (
            <People />
          )}
          <Part title={setupWords.cards.title}>
            <Link to="/cards" className={buttonClass()}>
              {setupWords.cards.link}
            </Link>
          </Part>
        </>
      ),
    },
    {
      id: 'rooms',
      isThere: may('rooms.read'),
      content: (
        <>
          {keeps && <KeptRooms />}
          <Tablets />
          <ThisDevice />
          {may('displays.write') && (
            <Part title={displayWords.ofClinic}>
              <DisplaysPanel roomId={null} />
            </Part>
          )}
        </>
      ),
    },
    {
      id: 'treatment',
      isThere: may('protocol.read') || keeps,
      content: (
        <>
          {may('protocol.read') && <Protocols />}
          {(may('course.read') || may('instruments.write')) && <Questionnaires />}
          {keeps && <EstimateChoice />}
        </>
      ),
    },
    {
      id: 'records',
      isThere: keeps,
      content: (
        <>
          <TextTemplates />
          <OfflineChoice />
          <RetentionChoice />
        </>
      ),
    },
    { id: 'watching', isThere: back !== null, content: back },
  ];
  return groups.filter(({ isThere }) => isThere);
}
