import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { sentenceOf } from '../data/failure.ts';
import { useMay } from '../data/me.ts';
import { peopleQuery, protocolsQuery } from '../data/queries.ts';
import { DisplaysPanel } from '../displays/displays-panel.tsx';
import { buttonClass } from '../ui/button.tsx';
import { Nothing, Page, Section, Sentence } from '../ui/page.tsx';
import table from '../ui/table.module.css';
import { auditWords } from '../words/audit-words.ts';
import { displayWords } from '../words/display-words.ts';
import { healthWords } from '../words/health-words.ts';
import { words } from '../words/list-pages.ts';
import { processNoteWords } from '../words/process-note-words.ts';
import { removalWords } from '../words/removal-words.ts';
import { roleWord } from '../words.ts';
import { EstimateChoice } from './estimate-choice.tsx';
import { OfflineChoice } from './offline-choice.tsx';
import { Rooms } from './rooms.tsx';

const text = words.setup;
/** The admin's alone. */
const PeoplePanel = lazy(async () => ({
  default: (await import('./people/people-panel.tsx')).PeoplePanel,
}));

export function SetupPage() {
  const may = useMay();
  return (
    <Page title={text.title} narrow>
      {may('protocol.read') && <Protocols />}
      {may('clinic.write') ? (
        <Suspense>
          <PeoplePanel />
        </Suspense>
      ) : (
        may('people.read') && <People />
      )}
      {may('board.read') && <Rooms />}
      {may('displays.write') && (
        <Section title={displayWords.ofClinic}>
          <DisplaysPanel roomId={null} />
        </Section>
      )}
      {may('clinic.write') && <OfflineChoice />}
      {may('health.read') && <Health />}
      {may('clinic.write') && <EstimateChoice />}
      {(may('audit.read') || may('audit.technical')) && (
        <Section title={auditWords.title}>
          <Link to="/audit" className={buttonClass()}>
            {auditWords.link}
          </Link>
        </Section>
      )}
      {may('redactions.ask') && (
        <Section title={removalWords.page}>
          <Link to="/removals" className={buttonClass()}>
            {removalWords.openPage}
          </Link>
        </Section>
      )}
      {may('process-notes.releases') && (
        <Section title={processNoteWords.page}>
          <Link to="/process-notes" className={buttonClass()}>
            {processNoteWords.openPage}
          </Link>
        </Section>
      )}
      <p>{text.notHere}</p>
    </Page>
  );
}

function Protocols() {
  const protocols = useQuery(protocolsQuery);
  const items = protocols.data?.items ?? [];
  const names = new Set(items.map(({ name }) => name));
  return (
    <Section title={text.protocols}>
      {protocols.error !== null && <Sentence>{sentenceOf(protocols.error)}</Sentence>}
      {protocols.data !== undefined && items.length === 0 && <Nothing>{text.none}</Nothing>}
      {items.length > 0 && (
        <Link to="/setup/protocols" className={buttonClass()}>
          {text.allProtocols(names.size)}
        </Link>
      )}
    </Section>
  );
}

function Health() {
  return (
    <Section title={healthWords.title}>
      <Link to="/setup/health" className={buttonClass()}>
        {healthWords.link}
      </Link>
    </Section>
  );
}

function People() {
  const people = useQuery(peopleQuery);
  return (
    <Section title={text.people}>
      <div className={table.frame}>
        <table className={table.table}>
          <tbody>
            {(people.data?.items ?? []).map((person) => (
              <tr key={person.id}>
                <th scope="row">{person.name}</th>
                <td>{person.roles.map(roleWord).join(', ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
