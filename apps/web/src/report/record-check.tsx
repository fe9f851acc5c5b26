import { IconAlertTriangle, IconShieldCheck } from '@tabler/icons-react';
import type { Entry } from '@tandem/domain';
import { clockOf } from '../data/zone.ts';
import { useRoom } from '../room/room-context.ts';
import { reportWords } from '../words/report-words.ts';
import classes from './report.module.css';

const text = reportWords.check;
const SHOWN = 3;

/** How far the record on this screen is whole, with its last seals to hold against a printed copy. */
export function RecordCheck() {
  const { view, zone } = useRoom();
  const { confirmed, gap } = view;
  const last: Entry[] = [];
  for (const { entry } of confirmed.items.backwards()) if (last.push(entry) === SHOWN) break;
  const Icon = gap === null ? IconShieldCheck : IconAlertTriangle;
  return (
    <section className={classes.card} aria-label={text.title}>
      <h2 className={classes.withIcon}>
        <Icon size={20} stroke={1.7} aria-hidden />
        {text.title}
      </h2>
      <p>{gap === null ? text.chain(confirmed.lastSeq) : text.gap}</p>
      <ol className={classes.seals}>
        {last.map(({ seq, hash, recordedAt }) => (
          <li key={seq}>
            #{seq} {hash.slice(0, 4)} {hash.slice(4, 8)} · {clockOf(Date.parse(recordedAt), zone)}
          </li>
        ))}
      </ol>
      <p className={classes.quiet}>{text.how}</p>
    </section>
  );
}
