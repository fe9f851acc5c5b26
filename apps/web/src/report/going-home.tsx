import { IconCheck, IconCircleDashed } from '@tabler/icons-react';
import { dischargeOf, standing } from '@tandem/domain';
import { useMemo } from 'react';
import { useNow } from '../data/clock.ts';
import { clockOf } from '../data/zone.ts';
import { useRoom, wasGiven } from '../room/room-context.ts';
import { goingHomeWords } from '../words/going-home-words.ts';
import { reportWords } from '../words/report-words.ts';
import classes from './report.module.css';

const text = reportWords.home;

/** What going home asks for, unmet first, as it stood at the end. */
export function GoingHome() {
  const room = useRoom();
  const { view, zone } = room;
  const now = useNow(60_000);
  const { endedAt } = view.confirmed;
  const { items } = useMemo(() => dischargeOf(view.confirmed, now), [view.confirmed, now]);
  const [ended] = standing(view.confirmed, 'ended');
  const atMs = endedAt === null ? now : Date.parse(endedAt);
  const who = ended?.data.leaving?.with;
  return (
    <section aria-label={text.title(clockOf(atMs, zone))}>
      <h3>{text.title(clockOf(atMs, zone))}</h3>
      {!wasGiven(room) ? (
        <p className={classes.quiet}>{text.nothingGiven}</p>
      ) : (
        <ul className={classes.checks}>
          {items.map(({ key, statement, fact, met }) => {
            const Icon = met ? IconCheck : IconCircleDashed;
            return (
              <li key={key} data-met={met || undefined}>
                <Icon
                  size={18}
                  stroke={1.8}
                  aria-label={met ? goingHomeWords.ready.met : goingHomeWords.ready.unmet}
                />
                <span>{statement}</span>
                <small>{fact}</small>
              </li>
            );
          })}
        </ul>
      )}
      {who !== undefined && <p className={classes.quiet}>{text.leftWith(who)}</p>}
    </section>
  );
}
