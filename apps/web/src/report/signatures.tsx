import { partsMissing } from '@tandem/domain';
import { clockOf, dayOf } from '../data/zone.ts';
import { useRoom } from '../room/room-context.ts';
import { dayWords } from '../ui/names.ts';
import { roleWord } from '../words/in-room.ts';
import { reportWords } from '../words/report-words.ts';
import classes from './report.module.css';

const text = reportWords.signatures;

/** Who signed which part, with what they meant by it, and whose is missing for good. */
export function Signatures() {
  const { view, zone } = useRoom();
  const { signatures, closed } = view.confirmed;
  const missing = partsMissing(view.confirmed);
  const when = (at: string) => `${dayWords(dayOf(Date.parse(at), zone))} ${clockOf(Date.parse(at), zone)}`;
  return (
    <section aria-label={text.title}>
      <h3>{text.title}</h3>
      {signatures.length === 0 && closed === null && <p className={classes.quiet}>{text.none}</p>}
      <ul className={classes.signed}>
        {signatures.map(({ author, meaning, at, seq }) => (
          <li key={seq}>
            <p>
              <strong>{author.name}</strong>, {text.part(roleWord(author.role))}
            </p>
            <p>{meaning}</p>
            <small>
              <time dateTime={at}>{when(at)}</time>
            </small>
          </li>
        ))}
        {missing.map(({ role, people }) => (
          <li key={role} data-missing>
            {text.missing(roleWord(role), people.map(({ name }) => name).join(', '))}
          </li>
        ))}
        {closed !== null && (
          <li>
            <p>{text.closedBy(closed.by.name, when(closed.at))}</p>
            <p>{closed.reason}</p>
            {closed.open.length > 0 && (
              <>
                <p>{text.stillOpen}</p>
                <ul>
                  {closed.open.map((sentence) => (
                    <li key={sentence}>{sentence}</li>
                  ))}
                </ul>
              </>
            )}
          </li>
        )}
      </ul>
    </section>
  );
}
