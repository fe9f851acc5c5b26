import { actionLabel } from '@tandem/domain';
import type { AuditItem } from '@tandem/wire';
import { Link } from '@tanstack/react-router';
import { useMay, useMe } from '../data/me.ts';
import { clockOf, dayOf } from '../data/zone.ts';
import { dayWords } from '../ui/names.ts';
import table from '../ui/table.module.css';
import { auditWords as text } from '../words/audit-words.ts';
import { roleWord } from '../words.ts';
import classes from './audit.module.css';

/** Newest first, a heading for each day. */
export function AuditTable({ items }: { readonly items: readonly AuditItem[] }) {
  const { clinic } = useMe();
  const days = [...new Set(items.map(({ at }) => dayOf(Date.parse(at), clinic.timeZone)))];
  return (
    <div className={table.frame}>
      <table className={`${table.table} ${classes.table}`}>
        <caption className="visually-hidden">{text.caption}</caption>
        <thead>
          <tr>
            {Object.entries(text.columns).map(([key, label]) => (
              <th
                key={key}
                scope="col"
                className={key === 'about' || key === 'outcome' ? classes.wide : undefined}
              >
                {label}
              </th>
            ))}
          </tr>
        </thead>
        {days.map((day) => (
          <tbody key={day}>
            <tr className={classes.date}>
              <th scope="rowgroup" colSpan={5}>
                {dayWords(day)}
              </th>
            </tr>
            {items
              .filter(({ at }) => dayOf(Date.parse(at), clinic.timeZone) === day)
              .map((item) => (
                <Row key={item.id} item={item} zone={clinic.timeZone} />
              ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function Row({ item, zone }: { readonly item: AuditItem; readonly zone: string }) {
  const { at, actorName, actorRole, action, outcome, about, detail } = item;
  const denied = outcome === 'denied';
  return (
    <tr>
      <td>
        <time dateTime={at}>{clockOf(Date.parse(at), zone)}</time>
      </td>
      <td>
        {actorName ?? text.nobody}
        {actorRole !== null && <small>{roleWord(actorRole)}</small>}
      </td>
      <td>
        {denied ? text.denied(action) : actionLabel(action)}
        {detail !== null && <small className={classes.detail}>{detailWords(detail)}</small>}
        {/* A phone has no room for two more columns. */}
        <small className={classes.narrow}>{narrowWords(item)}</small>
      </td>
      <td className={classes.wide}>{about !== null && <About item={item} about={about} />}</td>
      <td className={classes.wide} data-denied={outcome !== 'done' || undefined}>
        {text.said[outcome] ?? outcome}
      </td>
    </tr>
  );
}

function narrowWords({ about, outcome }: AuditItem): string {
  const said = outcome === 'done' ? null : (text.said[outcome] ?? outcome);
  return [about, said].filter((part) => part !== null).join(' · ');
}

function About({ item: { action, targetId }, about }: { readonly item: AuditItem; readonly about: string }) {
  const may = useMay();
  if (targetId === null || action !== 'session.read' || !may('session.read')) return about;
  return (
    <Link to="/s/$sessionId" params={{ sessionId: targetId }} className={classes.link}>
      {about}
    </Link>
  );
}

const LONG = 16;

/** "revision 2 · bytes 812": as it is kept, a hash by its beginning. */
function detailWords(detail: NonNullable<AuditItem['detail']>): string {
  return Object.entries(detail)
    .map(([name, value]) => `${name} ${Array.isArray(value) ? value.join(', ') : shortened(String(value))}`)
    .join(' · ');
}

/** The whole of it is in the file. */
const shortened = (value: string) => (value.length > LONG ? `${value.slice(0, LONG - 4)}…` : value);
