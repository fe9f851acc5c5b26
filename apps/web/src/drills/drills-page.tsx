import type { DrillReply } from '@tandem/wire';
import { useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { sentenceOf } from '../data/failure.ts';
import { useMay } from '../data/me.ts';
import { Button } from '../ui/button.tsx';
import { Badge, Nothing, Page, Section, Sentence } from '../ui/page.tsx';
import { drillWords as text } from '../words/drill-words.ts';
import { drillsQuery } from './drill-calls.ts';
import classes from './drills.module.css';
import { PastDrills } from './past-drills.tsx';
import { RunningDrill } from './running-drill.tsx';
import { ScoresOverTime } from './scores-over-time.tsx';
import { StartForm } from './start-form.tsx';

/** Drills: what runs, what can be started, how it went before. */
export function DrillsPage() {
  const may = useMay();
  const drills = useQuery({ ...drillsQuery, enabled: may('session.list') });
  if (!may('session.list')) return <Navigate to="/" />;
  return (
    <Page title={text.title} beside={<Badge>{text.mark}</Badge>}>
      <p className={classes.intro}>{text.intro}</p>
      {drills.error !== null && (
        <Sentence>
          {sentenceOf(drills.error)}{' '}
          <Button small onClick={() => void drills.refetch()}>
            {text.again}
          </Button>
        </Sentence>
      )}
      {drills.data !== undefined && <Lists drills={drills.data.items} />}
    </Page>
  );
}

function Lists({ drills }: { readonly drills: readonly DrillReply[] }) {
  const may = useMay();
  const running = drills.find(({ status }) => status === 'in-progress');
  const past = drills.filter(({ status }) => status === 'ended');
  return (
    <>
      {running !== undefined && (
        <Section title={text.running}>
          <RunningDrill drill={running} />
        </Section>
      )}
      {running === undefined && (
        <Section title={text.startTitle}>
          {may('drills.run') ? <StartForm /> : <Nothing>{text.leadOnly}</Nothing>}
        </Section>
      )}
      {past.some(({ disposition }) => disposition === 'completed') && (
        <Section title={text.over}>
          <ScoresOverTime drills={past} />
        </Section>
      )}
      <Section title={text.past}>
        {past.length === 0 ? <Nothing>{text.none}</Nothing> : <PastDrills drills={past} />}
      </Section>
    </>
  );
}
