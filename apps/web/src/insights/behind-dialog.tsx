import type { InsightsReply } from '@tandem/wire';
import { Link } from '@tanstack/react-router';
import { useMe } from '../data/me.ts';
import { clockOf, dayOf } from '../data/zone.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { Actions, Dialog } from '../ui/dialog.tsx';
import { dayWords, personName } from '../ui/names.ts';
import { insightWords as text } from '../words/insight-words.ts';
import type { Behind } from './behind.ts';
import classes from './insights.module.css';

/** The sessions behind a number, each with the way to its report and its replay. */
export function BehindDialog(props: {
  readonly behind: Behind;
  readonly named: InsightsReply['named'];
  onClose(): void;
}) {
  const { behind, named, onClose } = props;
  const { timeZone } = useMe().clinic;
  const rows = behind.ids.flatMap((id) => named.filter((one) => one.id === id));
  return (
    <Dialog title={text.listOf(behind.name)} onClose={onClose}>
      <ul className={classes.behind}>
        {rows.map(({ id, at, ...patient }) => {
          const ms = Date.parse(at);
          return (
            <li key={id}>
              <span>
                {personName(patient)}
                <small>
                  {dayWords(dayOf(ms, timeZone))}, {clockOf(ms, timeZone)}
                </small>
              </span>
              <Link
                to="/s/$sessionId/report"
                params={{ sessionId: id }}
                className={buttonClass('quiet', true)}
              >
                {text.report}
              </Link>
              <Link
                to="/s/$sessionId/replay"
                params={{ sessionId: id }}
                className={buttonClass('quiet', true)}
              >
                {text.replay}
              </Link>
            </li>
          );
        })}
      </ul>
      {behind.all > rows.length && <p className={classes.quiet}>{text.more(behind.all - rows.length)}</p>}
      <Actions>
        <Button onClick={onClose}>{text.close}</Button>
      </Actions>
    </Dialog>
  );
}
