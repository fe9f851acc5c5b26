import { drills } from '@tandem/domain';
import type { DrillReply } from '@tandem/wire';
import { Link } from '@tanstack/react-router';
import { useMay } from '../data/me.ts';
import { buttonClass } from '../ui/button.tsx';
import { Panel } from '../ui/page.tsx';
import { drillWords as text } from '../words/drill-words.ts';
import classes from './drills.module.css';
import { StopButton } from './stop-button.tsx';
import { useWhen } from './use-when.ts';

/** The one that runs: into its room, to its score so far, or to its end. */
export function RunningDrill({ drill }: { readonly drill: DrillReply }) {
  const may = useMay();
  const when = useWhen();
  const { id, room, startedAt, people, points } = drill;
  const facts = [
    room?.name ?? text.noRoom,
    ...(startedAt === null ? [] : [when(startedAt)]),
    text.paces[drill.pace],
    people.map(({ name }) => name).join(', '),
  ];
  return (
    <Panel>
      <div className={classes.running}>
        <span className={classes.what}>
          <strong>{drills[drill.drill].name}</strong>
          <small>{facts.join(' · ')}</small>
          <small>{text.status.running(points)}</small>
        </span>
        <span className={classes.acts}>
          {may('session.read', 'in-progress') && (
            <Link to="/s/$sessionId" params={{ sessionId: id }} className={buttonClass('main')}>
              {text.toRoom}
            </Link>
          )}
          <Link to="/drills/$drillId" params={{ drillId: id }} className={buttonClass()}>
            {text.toScore}
          </Link>
          {may('drills.run') && <StopButton id={id} />}
        </span>
      </div>
    </Panel>
  );
}
