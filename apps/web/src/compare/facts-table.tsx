import { IconX } from '@tabler/icons-react';
import { formatMg, formatMgPerKg } from '@tandem/domain';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { IconButton } from '../ui/button.tsx';
import { span } from '../ui/names.ts';
import tableClasses from '../ui/table.module.css';
import { compareWords as text } from '../words/compare-words.ts';
import type { Column } from './column.ts';
import classes from './compare.module.css';
import type { Compared } from './compared.ts';

/** One row a fact, one column a session. */
export function FactsTable(props: { readonly columns: readonly Column[]; remove(id: string): void }) {
  const { columns } = props;
  return (
    <div className={tableClasses.frame}>
      <table className={`${tableClasses.table} ${classes.facts}`}>
        <caption className="visually-hidden">{text.facts}</caption>
        <thead>
          <tr>
            <th scope="col">{text.facts}</th>
            {columns.map(({ session, name, client, day }) => (
              <th key={session.id} scope="col">
                <span className={classes.head}>
                  <span>
                    <Link to="/s/$sessionId/report" params={{ sessionId: session.id }}>
                      {name}
                    </Link>
                    <small className={classes.client}>{client}</small>
                    <small>{day}</small>
                  </span>
                  <IconButton aria-label={text.remove(name)} onClick={() => props.remove(session.id)}>
                    <IconX size={16} aria-hidden />
                  </IconButton>
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([key, cell]) => (
            <tr key={key}>
              <th scope="row">{text.rows[key]}</th>
              {columns.map((column) => (
                <td key={column.session.id}>{cell(column.compared, column) ?? text.nothing}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type Row = keyof typeof text.rows;
type Cell = (compared: Compared, column: Column) => ReactNode;

const pressure = (of: { systolic: number; diastolic: number } | null) =>
  of === null ? null : `${of.systolic}/${of.diastolic}`;

const rows: readonly (readonly [Row, Cell])[] = [
  ['protocol', (_, { session }) => session.protocol?.name],
  [
    'ketamine',
    ({ facts: { ketamine }, weightGrams }) =>
      ketamine.doses === 0 ? null : (
        <>
          {formatMg(ketamine.totalMicrograms)}{' '}
          {weightGrams !== null && <small>{formatMgPerKg(ketamine.totalMicrograms, weightGrams)}</small>}
        </>
      ),
  ],
  ['doses', ({ doseMinutes }) => (doseMinutes.length === 0 ? null : doseMinutes.join(', '))],
  ['baseline', ({ facts }) => pressure(facts.pressure.baseline)],
  [
    'highest',
    ({ facts, highestMinute }) => {
      const said = pressure(facts.pressure.highest);
      return said === null || highestMinute === null ? said : text.atMinute(said, highestMinute);
    },
  ],
  ['rise', ({ rise }) => rise && text.risen(rise.mmHg, rise.percent)],
  ['saturation', ({ facts: { lowestSaturation: low } }) => low && `${low.percent} %`],
  ['vitals', ({ facts: { vitals } }) => (vitals.due === 0 ? null : text.of(vitals.onTime, vitals.due))],
  ['notices', ({ facts: { notices } }) => text.counts(notices.high, notices.medium)],
  [
    'seen',
    ({ facts: { notices } }) => (notices.longestUnseenMs === null ? null : span(notices.longestUnseenMs)),
  ],
  ['events', ({ worstEvent }) => worstEvent && text.grade(worstEvent.term, worstEvent.grade)],
  ['lasted', ({ lastedMinutes }) => (lastedMinutes === null ? null : text.minutes(lastedMinutes))],
];
