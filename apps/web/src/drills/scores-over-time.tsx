import { drills as catalog, drillKeys } from '@tandem/domain';
import type { DrillReply } from '@tandem/wire';
import { Link } from '@tanstack/react-router';
import { drillWords as text } from '../words/drill-words.ts';
import classes from './drills.module.css';
import { useWhen } from './use-when.ts';

/** As many as a row has room for on a phone. */
const MOST = 10;

/** Per drill, how the last ones went, oldest first; those that were stopped tell nothing. */
export function ScoresOverTime({ drills }: { readonly drills: readonly DrillReply[] }) {
  const when = useWhen();
  const whole = drills.filter(({ disposition }) => disposition === 'completed');
  const rows = drillKeys
    .map((key) => ({ key, all: whole.filter(({ drill }) => drill === key).toReversed() }))
    .filter(({ all }) => all.length > 0);
  return (
    <div className={classes.courses}>
      {rows.map(({ key, all }) => (
        <figure key={key} className={classes.course}>
          <figcaption>{text.overOf(catalog[key].name, all.length)}</figcaption>
          <ol className={classes.columns}>
            {all.slice(-MOST).map(({ id, points, startedAt }) => (
              <li key={id}>
                <Link
                  to="/drills/$drillId"
                  params={{ drillId: id }}
                  className={classes.column}
                  aria-label={`${startedAt === null ? '' : when(startedAt)}: ${text.pointsOf(points)}`}
                >
                  <span className={classes.columnTrack} aria-hidden>
                    <span className={classes.columnFill} style={{ height: `${points}%` }} />
                  </span>
                  <span aria-hidden>{points}</span>
                </Link>
              </li>
            ))}
          </ol>
        </figure>
      ))}
    </div>
  );
}
