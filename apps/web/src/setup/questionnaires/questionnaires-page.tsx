import { measures } from '@tandem/domain';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { sentenceOf } from '../../data/failure.ts';
import { instrumentsQuery } from '../../data/instrument-calls.ts';
import { useMay } from '../../data/me.ts';
import { Button } from '../../ui/button.tsx';
import { GreyRows } from '../../ui/grey-rows.tsx';
import { Nothing, Page, Section, Sentence } from '../../ui/page.tsx';
import { courseWords } from '../../words/course-words.ts';
import { instrumentWords as text } from '../../words/instrument-words.ts';
import { words } from '../../words.ts';
import { AddInstrument } from './add-instrument.tsx';
import { InstrumentRow } from './instrument-row.tsx';
import { nextVersion, ownInstruments } from './own-instruments.ts';
import classes from './questionnaires.module.css';

/** What this says, for another language to be laid over. */
export const english = { questionnaires: text, course: courseWords };

/** What clients are asked: what comes with Tandem, what the clinic brought along, and how to bring one more. */
export function QuestionnairesPage() {
  const mayWrite = useMay()('instruments.write');
  const { data, error, isLoading, refetch } = useQuery(instrumentsQuery);
  const [said, setSaid] = useState('');
  const [begin, setBegin] = useState({ turn: 0, json: '' });
  const own = ownInstruments(data?.items ?? []);
  const beginWith = (json: string) => setBegin(({ turn }) => ({ turn: turn + 1, json }));
  return (
    <Page title={text.title}>
      <p className={classes.intro}>
        {text.intro} {!mayWrite && text.readOnly}
      </p>
      <Section title={text.shipped}>
        <p>{measures.map(({ name }) => name).join(' · ')}</p>
      </Section>
      <Section title={text.own}>
        {error !== null && data === undefined && (
          <Sentence>
            {text.notLoaded} {sentenceOf(error)}{' '}
            <Button small onClick={() => void refetch()}>
              {words.failed.again}
            </Button>
          </Sentence>
        )}
        {isLoading && <GreyRows count={2} height={64} />}
        {data !== undefined && own.length === 0 && <Nothing>{text.none}</Nothing>}
        {own.length > 0 && (
          <ul className={classes.rows}>
            {own.map((one) => (
              <InstrumentRow
                key={one.kept.id}
                own={one}
                mayWrite={mayWrite}
                onNext={() => beginWith(nextVersion(one.definition))}
                onSaid={setSaid}
              />
            ))}
          </ul>
        )}
        <p role="status" className={classes.said}>
          {said}
        </p>
      </Section>
      {mayWrite && (
        <AddInstrument
          key={begin.turn}
          begin={begin.json}
          own={own}
          onAdded={({ name, version }) => {
            beginWith('');
            setSaid(text.saidAdded(name, version));
          }}
        />
      )}
    </Page>
  );
}
