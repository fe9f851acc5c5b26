import { standing } from '@tandem/domain';
import { clockOf, dayOf } from '../data/zone.ts';
import { AddendumForm } from '../room/composer/addendum-form.tsx';
import { useRoom } from '../room/room-context.ts';
import { dayWords } from '../ui/names.ts';
import { reportWords } from '../words/report-words.ts';
import classes from './report.module.css';

const text = reportWords.addenda;

/** Words added after the signature, and where to write one. */
export function Addenda() {
  const { view, zone, status, may } = useRoom();
  if (status !== 'signed') return null;
  const all = standing(view.confirmed, 'addendum');
  return (
    <section aria-label={text.title}>
      <h3>{text.title}</h3>
      {all.length === 0 && <p className={classes.quiet}>{text.none}</p>}
      <ul className={classes.signed}>
        {all.map(({ id, happenedAt, data, item }) => (
          <li key={id}>
            <p>{data.text}</p>
            <small>
              {item.entry.author.name},{' '}
              <time dateTime={happenedAt}>
                {dayWords(dayOf(Date.parse(happenedAt), zone))} {clockOf(Date.parse(happenedAt), zone)}
              </time>
            </small>
          </li>
        ))}
      </ul>
      {may('session.addendum') && <AddendumForm />}
    </section>
  );
}
