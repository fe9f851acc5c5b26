import { meanArterialPressure, type SessionState, standing, vitalSignRows } from '@tandem/domain';
import { clockOf } from '../../data/zone.ts';
import { initials } from '../../ui/names.ts';
import table from '../../ui/table.module.css';
import { words } from '../../words.ts';
import classes from './timeline.module.css';

/** Every set, every sign: what the chart draws, as a table that can be read out, copied and printed. */
export function VitalsTable({ state, zone }: { state: SessionState; zone: string }) {
  const sets = standing(state, 'vital-signs');
  const shown = vitalSignRows.filter((row) => sets.some(({ data }) => data[row.key] !== undefined));
  return (
    <div className={classes.tableFrame}>
      <table className={`${table.table} figures`}>
        <thead>
          <tr>
            <th scope="col">{words.correct.time}</th>
            {shown.map((row) => (
              <th key={row.key} scope="col">
                {row.short} {row.unit}
              </th>
            ))}
            <th scope="col">MAP</th>
            <th scope="col">By</th>
          </tr>
        </thead>
        <tbody>
          {sets.map(({ id, happenedAt, data, item }) => (
            <tr key={id}>
              <th scope="row">{clockOf(Date.parse(happenedAt), zone)}</th>
              {shown.map((row) => {
                const value = data[row.key];
                return <td key={row.key}>{value}</td>;
              })}
              <td>
                {data.systolic === undefined || data.diastolic === undefined
                  ? ''
                  : meanArterialPressure(data.systolic, data.diastolic)}
              </td>
              <td>{initials(item.entry.author.name)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
