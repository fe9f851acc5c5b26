import { drills } from '@tandem/domain';
import type { DrillReply, DrillScoreReply } from '@tandem/wire';
import { useQuery } from '@tanstack/react-query';
import { Link, Navigate, useParams } from '@tanstack/react-router';
import { sentenceOf } from '../data/failure.ts';
import { useMay } from '../data/me.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { Badge, Page, Section, Sentence } from '../ui/page.tsx';
import { drillWords as text } from '../words/drill-words.ts';
import { CueRow } from './cue-row.tsx';
import { Debrief } from './debrief.tsx';
import { drillQuery } from './drill-calls.ts';
import classes from './drills.module.css';
import { StopButton } from './stop-button.tsx';
import { useWhen } from './use-when.ts';

/** How a drill goes, or went: what happened against what was expected, and what to talk about. */
export function DrillPage() {
  const { drillId } = useParams({ from: '/app/drills/$drillId' });
  const may = useMay();
  const score = useQuery({ ...drillQuery(drillId), enabled: may('session.list') });
  if (!may('session.list')) return <Navigate to="/" />;
  if (score.data !== undefined) return <Score score={score.data} />;
  return (
    <Page title={text.title} actions={<AllDrills />}>
      {score.error !== null && (
        <Sentence>
          {sentenceOf(score.error)}{' '}
          <Button small onClick={() => void score.refetch()}>
            {text.again}
          </Button>
        </Sentence>
      )}
    </Page>
  );
}

function Score({ score: { drill, cues, steps } }: { readonly score: DrillScoreReply }) {
  const may = useMay();
  const { name, cues: script } = drills[drill.drill];
  const running = drill.status === 'in-progress';
  const opens = may('session.read', drill.status);
  return (
    <Page
      title={name}
      beside={<Badge>{text.mark}</Badge>}
      actions={
        <>
          <AllDrills />
          {opens && (
            <Link
              to="/s/$sessionId"
              params={{ sessionId: drill.id }}
              className={buttonClass(running ? 'main' : 'plain')}
            >
              {text.toRoom}
            </Link>
          )}
          {running && may('drills.run') && <StopButton id={drill.id} />}
        </>
      }
    >
      <Summary drill={drill} />
      <Section title={text.happened}>
        <ol className={classes.timeline}>
          {script.map((cue) => (
            <CueRow
              key={cue.key}
              drill={drill}
              cue={cue}
              at={cues.find(({ key }) => key === cue.key)?.at ?? null}
              scores={steps}
            />
          ))}
        </ol>
      </Section>
      {!running && (
        <Section title={text.debrief}>
          <Debrief drill={drill.drill} scores={steps} />
        </Section>
      )}
    </Page>
  );
}

function AllDrills() {
  return (
    <Link to="/drills" className={buttonClass()}>
      {text.link}
    </Link>
  );
}

/** The points, and whose they are. */
function Summary({ drill }: { readonly drill: DrillReply }) {
  const when = useWhen();
  const { points, startedAt, room, people, pace, status, disposition } = drill;
  const told =
    status === 'in-progress'
      ? text.status.running(points)
      : disposition === 'stopped-early'
        ? text.status.stopped
        : text.status.completed;
  return (
    <div className={classes.summary}>
      <p className={classes.total}>
        <strong>{points}</strong> <span>{text.pointsOf(points).replace(`${points} `, '')}</span>
      </p>
      <p className={classes.what}>
        <span>
          {[startedAt === null ? '' : when(startedAt), room?.name ?? text.noRoom, text.paces[pace]]
            .filter((part) => part !== '')
            .join(' · ')}
        </span>
        <small>{people.map(({ name }) => name).join(', ')}</small>
        <small>{told}</small>
      </p>
    </div>
  );
}
