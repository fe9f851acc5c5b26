import { standing } from '@tandem/domain';
import { clockOf } from '../data/zone.ts';
import { useRoom } from '../room/room-context.ts';
import { reportWords } from '../words/report-words.ts';
import classes from './report.module.css';

const text = reportWords.meaning;

/** What is carried out of the room: the shift and the words that were kept, at their minute. */
export function Kept() {
  const { view, zone } = useRoom();
  const lines = [
    ...standing(view.confirmed, 'shift').map(({ id, happenedAt, data }) => ({
      id,
      happenedAt,
      said: text.fromTo(data.from, data.to),
    })),
    ...standing(view.confirmed, 'words-to-keep').map(({ id, happenedAt, data }) => ({
      id,
      happenedAt,
      said: `“${data.text}”`,
    })),
  ].sort((a, b) => (a.happenedAt < b.happenedAt ? -1 : 1));
  return (
    <section aria-label={text.title}>
      <h3>{text.title}</h3>
      {lines.length === 0 && <p className={classes.quiet}>{text.none}</p>}
      <ul className={classes.rows}>
        {lines.map(({ id, happenedAt, said }) => (
          <li key={id} className={classes.row} data-spoken>
            <time dateTime={happenedAt}>{clockOf(Date.parse(happenedAt), zone)}</time>
            <p>{said}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
