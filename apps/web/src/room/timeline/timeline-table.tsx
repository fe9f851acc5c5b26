import {
  type Dose,
  meanArterialPressure,
  type Note,
  noteKind,
  type Phase,
  phaseLabels,
  type SessionState,
  type Standing,
  standing,
  type VitalSigns,
  vitalSignRows,
} from '@tandem/domain';
import { clockOf } from '../../data/zone.ts';
import { doseTitle } from '../../entries/dose.tsx';
import { initials } from '../../ui/names.ts';
import table from '../../ui/table.module.css';
import { words } from '../../words.ts';
import classes from './timeline.module.css';

const text = words.chart.table;
const kinds = ['vital-signs', 'dose', 'phase', 'note'] as const;
type Row = Standing<(typeof kinds)[number]>;

/** All that the timeline draws, as a table that can be read out, copied and printed. */
export function TimelineTable({ state, zone }: { state: SessionState; zone: string }) {
  const rows = kinds
    .flatMap((kind): Row[] => standing(state, kind))
    .sort((a, b) => a.happenedAt.localeCompare(b.happenedAt) || a.seq - b.seq);
  const sets = standing(state, 'vital-signs');
  const signs = vitalSignRows.filter(({ key }) => sets.some(({ data }) => data[key] !== undefined));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className={classes.tableFrame} aria-label={words.chart.title} tabIndex={0}>
      <table className={`${table.table} figures`}>
        <thead>
          <tr>
            <th scope="col">{text.time}</th>
            {signs.map((row) => (
              <th key={row.key} scope="col">
                {row.short} {row.unit}
              </th>
            ))}
            <th scope="col">
              <abbr title={words.chart.mapHint}>{words.chart.map}</abbr>
            </th>
            <th scope="col">{text.dose}</th>
            <th scope="col">{text.phase}</th>
            <th scope="col">{text.note}</th>
            <th scope="col">{text.by}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{clockOf(Date.parse(row.happenedAt), zone)}</th>
              {signs.map(({ key }) => (
                <td key={key}>{row.item.entry.kind === 'vital-signs' && (row.data as VitalSigns)[key]}</td>
              ))}
              <Rest row={row} />
              <td>{initials(row.item.entry.author.name)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Rest({ row }: { row: Row }) {
  const { kind } = row.item.entry;
  const { systolic, diastolic } = row.data as VitalSigns;
  return (
    <>
      <td>
        {systolic !== undefined && diastolic !== undefined && meanArterialPressure(systolic, diastolic)}
      </td>
      <td>{kind === 'dose' && doseTitle(row.data as Dose)}</td>
      <td>{kind === 'phase' && phaseLabels[(row.data as { phase: Phase }).phase]}</td>
      <td>{kind === 'note' && noteKind.summarize(row.data as Note)}</td>
    </>
  );
}
