import { drugRow } from '@tandem/domain';
import type { Vial } from '@tandem/wire';
import { Link } from '@tanstack/react-router';
import { useMe } from '../data/me.ts';
import { clockOf, dayOf } from '../data/zone.ts';
import { Button } from '../ui/button.tsx';
import { dayWords } from '../ui/names.ts';
import table from '../ui/table.module.css';
import { registerWords as text } from '../words/register-words.ts';
import classes from './register.module.css';
import { differenceWords, mgWords, vialName } from './vial-words.ts';

const columns = ['vial', 'opened', 'given', 'wasted', 'left', 'count'] as const;

/** One table per day, a block of two rows per vial: what it holds, then what was taken from it. */
export function VialTable(props: {
  readonly day: string;
  readonly vials: readonly Vial[];
  /** Null where nothing is counted: on another day, and for whoever may not. */
  readonly onCount: ((vial: Vial) => void) | null;
}) {
  const { clinic } = useMe();
  const at = (instant: string) => {
    const ms = Date.parse(instant);
    const on = dayOf(ms, clinic.timeZone);
    return `${on === props.day ? '' : `${dayWords(on)} `}${clockOf(ms, clinic.timeZone)}`;
  };
  return (
    <div className={table.frame}>
      <table className={`${table.table} ${classes.table}`}>
        <caption className={classes.unseen}>{text.caption(dayWords(props.day))}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {text.columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        {props.vials.map((vial) => (
          <VialBlock key={vial.id} vial={vial} at={at} onCount={props.onCount} />
        ))}
      </table>
    </div>
  );
}

function VialBlock(props: {
  readonly vial: Vial;
  readonly onCount: ((vial: Vial) => void) | null;
  at(instant: string): string;
}) {
  const { vial, at, onCount } = props;
  const { lastCount: count } = vial;
  return (
    <tbody className={classes.block} aria-label={vialName(vial)}>
      <tr>
        <th scope="rowgroup">
          {drugRow(vial.drug).label} {text.concentration(vial.concentrationMgPerMl)}
          <small>{text.lot(vial.lot)}</small>
          <small className={vial.expired ? classes.expired : undefined}>
            {(vial.expired ? text.expired : text.expires)(dayWords(vial.expiresOn))}
          </small>
        </th>
        <td>
          {mgWords(vial.openedMg)}
          <small>{text.openedBy(at(vial.openedAt), vial.openedBy)}</small>
        </td>
        <td>{mgWords(vial.givenMg)}</td>
        <td>{mgWords(vial.wastedMg)}</td>
        <td>
          <b>{mgWords(vial.remainingMg)}</b>
          {vial.remainingMg < 0 && <small className={classes.expired}>{text.overdrawn}</small>}
        </td>
        <td>
          {count === null ? (
            text.neverCounted
          ) : (
            <>
              <span className={count.discrepancyMg === 0 ? undefined : classes.expired}>
                {text.counted(mgWords(count.countedMg), differenceWords(count.discrepancyMg))}
              </span>
              <small>{text.countedBy(at(count.at), count.countedBy, count.witnessedBy)}</small>
              {count.note !== null && <small>{count.note}</small>}
            </>
          )}
          {onCount !== null && (
            <Button
              small
              className={classes.count}
              aria-label={text.count.actionOf(vialName(vial))}
              onClick={() => onCount(vial)}
            >
              {text.count.action}
            </Button>
          )}
        </td>
      </tr>
      <tr>
        <td colSpan={columns.length}>
          {vial.uses.length === 0 ? (
            <span className={classes.none}>{text.noUses}</span>
          ) : (
            <ul className={classes.uses} aria-label={text.uses(vialName(vial))}>
              {vial.uses.map((use) => (
                <li key={use.entryId}>
                  <time dateTime={use.at}>{at(use.at)}</time> {text.kinds[use.kind]} {mgWords(use.amountMg)}{' '}
                  <Link to="/s/$sessionId" params={{ sessionId: use.sessionId }} className={classes.session}>
                    {text.session}
                  </Link>
                </li>
              ))}
            </ul>
          )}
        </td>
      </tr>
    </tbody>
  );
}
