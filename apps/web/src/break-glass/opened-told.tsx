import { isReviewOverdue } from '@tandem/domain';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { serverNowMs } from '../data/clock.ts';
import { useMe } from '../data/me.ts';
import { clockOf, dayOf } from '../data/zone.ts';
import { buttonClass } from '../ui/button.tsx';
import { dayWords } from '../ui/names.ts';
import { openingsWords as text } from '../words/openings-words.ts';
import classes from './break-glass.module.css';
import { openingsQuery } from './break-glass-calls.ts';

/** What this says, for another language to be laid over. */
export const english = { openings: text };

/** On Today and every other page of a lead, until each was looked at: sessions were opened without being on the team. */
export function OpenedTold() {
  const { clinic } = useMe();
  const { data } = useQuery(openingsQuery);
  if (data === undefined || data.unreviewed === 0) return null;
  const waiting = data.items.filter(({ reviewedAt }) => reviewedAt === null);
  const last = waiting.at(-1);
  const overdue = waiting.filter((opening) => isReviewOverdue(opening, serverNowMs())).length;
  return (
    <div role="status" className={classes.told}>
      <strong>{text.onToday(data.unreviewed)}</strong>
      {last !== undefined && (
        <span>
          {text.lastOne(last.by, last.roomName ?? text.noRoom, whenOf(last.openedAt, clinic.timeZone))}
        </span>
      )}
      {overdue > 0 && <strong>{text.overdue(overdue)}</strong>}
      <Link to="/openings" className={buttonClass(undefined, true)}>
        {text.look}
      </Link>
    </div>
  );
}

/** The clock alone for today. */
function whenOf(at: string, zone: string): string {
  const ms = Date.parse(at);
  const day = dayOf(ms, zone);
  return day === dayOf(serverNowMs(), zone) ? clockOf(ms, zone) : `${dayWords(day)} ${clockOf(ms, zone)}`;
}
