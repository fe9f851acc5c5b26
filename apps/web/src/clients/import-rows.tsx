import { importSentence } from '@tandem/domain';
import type { ImportRow } from '@tandem/wire';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { dayWords, personName } from '../ui/names.ts';
import { Section } from '../ui/page.tsx';
import table from '../ui/table.module.css';
import { clientImportWords as text } from '../words/client-import-words.ts';
import classes from './import.module.css';

/** Rows drawn at first: two thousand at once would hold a tablet up. */
const FIRST = 100;

type Of<Outcome extends ImportRow['outcome']> = Extract<ImportRow, { outcome: Outcome }>;
const of = <Outcome extends ImportRow['outcome']>(rows: readonly ImportRow[], ...wanted: Outcome[]) =>
  rows.filter((row): row is Of<Outcome> => (wanted as readonly string[]).includes(row.outcome));

/** What becomes of each row: what somebody must act on first, then who is there already, then who is new. */
export function ImportRows({ rows }: { readonly rows: readonly ImportRow[] }) {
  const unreadable = of(rows, 'unreadable');
  const known = of(rows, 'known', 'twice');
  const fresh = of(rows, 'new', 'added');
  const isDone = fresh.some(({ outcome }) => outcome === 'added');
  return (
    <>
      <Group title={text.groups.unreadable(unreadable.length)} heads={[text.why]} rows={unreadable}>
        {({ problems }) => (
          <td className={classes.why}>
            {problems.map((problem) => (
              <p key={`${problem.field} ${problem.code}`}>{importSentence(problem as never)}</p>
            ))}
          </td>
        )}
      </Group>
      <Group
        title={text.groups.known(known.length)}
        heads={[text.client, text.why]}
        wideHeads={[text.born]}
        rows={known}
      >
        {(row) => (
          <>
            <td className={classes.name}>
              {personName(row.client)}
              <small className={classes.narrow}>{dayWords(row.client.birthDate)}</small>
            </td>
            <td className={classes.why}>{whyKnown(row)}</td>
            <td className={`${classes.wide} ${classes.born}`}>{dayWords(row.client.birthDate)}</td>
          </>
        )}
      </Group>
      <Group
        title={isDone ? text.groups.added(fresh.length) : text.groups.new(fresh.length)}
        heads={[text.client, text.born, text.allergiesOf]}
        wideHeads={[text.sex, text.mrn, text.also]}
        rows={fresh}
      >
        {(row) => (
          <>
            <td className={classes.name}>
              {row.outcome === 'added' ? (
                <Link to="/clients/$clientId" params={{ clientId: row.id }} preload={false}>
                  {personName(row.client)}
                </Link>
              ) : (
                personName(row.client)
              )}
              <small className={classes.narrow}>
                {[text.sexes[row.client.sex], row.client.mrn ?? '', alsoOf(row.client)]
                  .filter((part) => part !== '')
                  .join(' · ')}
              </small>
            </td>
            <td className={classes.born}>{dayWords(row.client.birthDate)}</td>
            <td>{allergiesOf(row.client)}</td>
            <td className={classes.wide}>{text.sexes[row.client.sex]}</td>
            <td className={`${classes.wide} ${classes.born}`}>{row.client.mrn ?? ''}</td>
            <td className={`${classes.wide} ${classes.why}`}>{alsoOf(row.client)}</td>
          </>
        )}
      </Group>
    </>
  );
}

function Group<Row extends ImportRow>(props: {
  readonly title: string;
  readonly heads: readonly string[];
  /** Of columns that a phone has under the name instead. */
  readonly wideHeads?: readonly string[];
  readonly rows: readonly Row[];
  children(row: Row): ReactNode;
}) {
  const { title, heads, wideHeads = [], rows, children } = props;
  const [shown, setShown] = useState(FIRST);
  if (rows.length === 0) return null;
  return (
    <Section title={title}>
      <div className={table.frame}>
        <table className={`${table.table} ${classes.table}`}>
          <thead>
            <tr>
              {[text.row, ...heads].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
              {wideHeads.map((head) => (
                <th key={head} scope="col" className={classes.wide}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map((row) => (
              <tr key={row.row}>
                <th scope="row">{row.row}</th>
                {children(row)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > shown && (
        <div className={table.more}>
          <Button small onClick={() => setShown(rows.length)}>
            {text.more(rows.length - shown)}
          </Button>
        </div>
      )}
    </Section>
  );
}

function whyKnown(row: Of<'known' | 'twice'>): string {
  const mrn = row.client.mrn ?? '';
  if (row.outcome === 'twice')
    return row.sameBy === 'mrn' ? text.twiceMrn(mrn, row.first.row) : text.twice(row.first.row);
  if (row.sameBy === 'person') return text.samePerson;
  const { known, client } = row;
  const same = text.sameMrn(mrn, personName(known), dayWords(known.birthDate));
  // A number that belongs to somebody with another name or birth date: skipped, and not without a word.
  const isOther = personName(known) !== personName(client) || known.birthDate !== client.birthDate;
  return isOther ? `${same} ${text.otherName}` : same;
}

type Client = Of<'new'>['client'];

function allergiesOf({ allergies: { status, items } }: Client): string {
  return status === 'known' ? items.join('; ') : text.allergyStatus[status];
}

function alsoOf({ medicines, contacts, language }: Client): string {
  const called = contacts.map(({ name, relation, phone, email }) =>
    [name, relation, phone, email].filter((part) => part !== undefined).join(', '),
  );
  return [medicines.join('; '), ...called, language ?? ''].filter((part) => part !== '').join(' · ');
}
