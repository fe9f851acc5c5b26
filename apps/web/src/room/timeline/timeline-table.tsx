import { type SessionState, vitalSignRows } from '@tandem/domain';
import { useMemo } from 'react';
import { clockOf } from '../../data/zone.ts';
import { initials } from '../../ui/names.ts';
import table from '../../ui/table.module.css';
import { words } from '../../words/in-room.ts';
import { type TableRow, tableRows } from './table-rows.ts';
import classes from './timeline.module.css';

const text = words.chart.table;

/**
 * All that the timeline draws, as a table that can be read out, copied and printed: a set of vital signs by its values,
 * anything else as what it is and says, over their whole width.
 */
export function TimelineTable({ state, zone }: { state: SessionState; zone: string }) {
  const rows = useMemo(() => tableRows(state, zone), [state, zone]);
  // Only what this session measured: eight empty columns would hide the others.
  const signs = vitalSignRows.filter(({ key }) => rows.some((row) => row.signs[key] !== undefined));
  const hasMean = rows.some(({ mean }) => mean !== null);
  const across = Math.max(1, signs.length + (hasMean ? 1 : 0));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className={classes.tableFrame} aria-label={words.chart.title} tabIndex={0}>
      {rows.length === 0 && <p className={classes.tableEmpty}>{text.empty}</p>}
      <table className={`${table.table} figures`} hidden={rows.length === 0}>
        <thead>
          <tr>
            <th scope="col">{text.time}</th>
            {signs.map((row) => (
              <th key={row.key} scope="col">
                {row.short} {row.unit}
              </th>
            ))}
            {hasMean && (
              <th scope="col">
                <abbr title={words.chart.mapHint}>{words.chart.map}</abbr>
              </th>
            )}
            {signs.length === 0 && <th scope="col">{text.entry}</th>}
            <th scope="col">{text.by}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                {clockOf(row.atMs, zone)}
                {!noneTaken(row) && <Lines said={row.missing} />}
                <Lines said={row.amended} />
              </th>
              {row.said === null && noneTaken(row) ? (
                <td colSpan={across}>{row.missing.join(' · ')}</td>
              ) : row.said === null ? (
                <>
                  {signs.map(({ key }) => (
                    <td key={key}>{row.signs[key]}</td>
                  ))}
                  {hasMean && <td>{row.mean}</td>}
                </>
              ) : (
                <td colSpan={across}>
                  <span className={classes.tableKind}>{text.kinds[row.said.kind]}</span> {row.said.words}
                </td>
              )}
              <td>
                <abbr title={row.author}>{initials(row.author)}</abbr>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** A set that says why there is none: it has no cells to stand in. */
function noneTaken({ missing, signs }: TableRow): boolean {
  return missing.length > 0 && vitalSignRows.every(({ key }) => signs[key] === undefined);
}

function Lines({ said }: { said: readonly string[] }) {
  return said.map((one) => (
    <small key={one} className={classes.tableNote}>
      {one}
    </small>
  ));
}
