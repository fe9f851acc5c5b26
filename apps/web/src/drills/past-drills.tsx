import { drills as catalog } from '@tandem/domain';
import type { DrillReply } from '@tandem/wire';
import { Link } from '@tanstack/react-router';
import table from '../ui/table.module.css';
import { drillWords as text } from '../words/drill-words.ts';
import classes from './drills.module.css';
import { useWhen } from './use-when.ts';

/** One row a drill, newest first. */
export function PastDrills({ drills }: { readonly drills: readonly DrillReply[] }) {
  const when = useWhen();
  const { columns } = text;
  return (
    <div className={table.frame}>
      <table className={`${table.table} ${classes.past}`}>
        <thead>
          <tr>
            <th scope="col">{columns.when}</th>
            <th scope="col">{columns.drill}</th>
            <th scope="col" className={classes.wide}>
              {columns.people}
            </th>
            <th scope="col" className={classes.wide}>
              {columns.pace}
            </th>
            <th scope="col">{columns.points}</th>
          </tr>
        </thead>
        <tbody>
          {drills.map((drill) => (
            <tr key={drill.id}>
              <td className={classes.when}>{drill.startedAt === null ? '' : when(drill.startedAt)}</td>
              <th scope="row">
                <Link to="/drills/$drillId" params={{ drillId: drill.id }} className={classes.rowLink}>
                  {catalog[drill.drill].name}
                </Link>
              </th>
              <td className={classes.wide}>{drill.people.map(({ name }) => name).join(', ')}</td>
              <td className={classes.wide}>{text.paces[drill.pace]}</td>
              <td>
                <PointsBar points={drill.points} />
                {drill.disposition === 'stopped-early' && <small>{text.status.early}</small>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function PointsBar({ points }: { readonly points: number }) {
  return (
    <span className={classes.bar}>
      <span className={classes.barTrack} aria-hidden>
        <span className={classes.barFill} style={{ width: `${points}%` }} />
      </span>
      <span className={classes.barWords}>{text.pointsOf(points)}</span>
    </span>
  );
}
