import { recorderOf } from '@tandem/domain';
import { useNow } from '../../data/clock.ts';
import { Button } from '../../ui/button.tsx';
import { amendWords as text } from '../../words/amend-words.ts';
import { firstName } from '../presence/people-here.ts';
import { useRoom } from '../room-context.ts';
import classes from './changed-meanwhile.module.css';
import { fieldLabel, fieldValue } from './field-words.ts';
import type { ChangedMeanwhile as Meanwhile } from './use-amend-draft.ts';

/** What somebody else made of the entry that is being corrected here, beside what was typed: one of them goes on. */
export function ChangedMeanwhile({ meanwhile }: { readonly meanwhile: Meanwhile }) {
  const { me } = useRoom();
  const { change, comparison, takeTheirs, takeYours } = meanwhile;
  const { changes, touched } = comparison;
  const by = recorderOf(change);
  const name = firstName(by.name);
  const mine = by.id === me.person.id;
  const ago = agoWords(useNow(1_000) - Date.parse(change.recordedAt));
  const { reason } = change.data as { readonly reason: string };
  if (change.kind === 'retraction') {
    return (
      <div className={classes.box}>
        <p className={classes.title}>{text.retracted(name, ago)}</p>
        <p>{text.because(reason)}</p>
        <p>{text.retractedHint}</p>
        <Said>{text.retracted(name, '')}</Said>
      </div>
    );
  }
  return (
    <div className={classes.box}>
      <p className={classes.title}>{mine ? text.changedElsewhere(ago) : text.changed(name, ago)}</p>
      <p className={classes.reason}>{text.because(reason)}</p>
      <Said>{mine ? text.changedElsewhere('') : text.changed(name, '')}</Said>
      {changes.some(({ differs }) => differs) || !touched ? null : (
        <p className={classes.reason}>{text.sameNow}</p>
      )}
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{text.field}</th>
            <th scope="col">{mine ? text.elsewhere : text.theirs(name)}</th>
            {touched && <th scope="col">{text.yours}</th>}
          </tr>
        </thead>
        <tbody>
          {changes.map(({ field, theirs, yours, differs }) => (
            <tr key={field} data-differs={differs || undefined}>
              <th scope="row">{fieldLabel(field)}</th>
              <td>{fieldValue(field, theirs)}</td>
              {touched && <td>{fieldValue(field, yours)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      <div className={classes.answers}>
        <Button onClick={takeTheirs}>{text.takeTheirs}</Button>
        {touched && <Button onClick={takeYours}>{text.takeYours}</Button>}
      </div>
    </div>
  );
}

/** For those who hear it: once, without its seconds, which would be read out each time. */
function Said({ children }: { readonly children: string }) {
  return (
    <span role="alert" className="visually-hidden">
      {children.replace(/ {2,}/g, ' ').trim()}
    </span>
  );
}

function agoWords(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  return seconds < 60 ? text.seconds(seconds) : text.minutes(Math.floor(seconds / 60));
}
