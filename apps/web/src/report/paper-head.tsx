import { formatKg, weightGrams } from '@tandem/domain';
import { clockOf, dayOf } from '../data/zone.ts';
import { useRoom } from '../room/room-context.ts';
import { ageOn, dayWords } from '../ui/names.ts';
import { roleWord, words } from '../words/in-room.ts';
import { reportWords as text } from '../words/report-words.ts';
import classes from './report.module.css';

/** Identity as it was pinned at the start: a later change of the client's row changes no report. */
export function PaperHead() {
  const { view, session, clientName, zone, status } = useRoom();
  const { confirmed } = view;
  const { pins, startedAt, endedAt, closed, origin } = confirmed;
  const patient = pins?.patient ?? session.patient;
  const grams = weightGrams(confirmed);
  const startMs = startedAt === null ? null : Date.parse(startedAt);
  const clock = (at: string) => clockOf(Date.parse(at), zone);
  const marked = words.origin[origin];
  return (
    <header className={classes.head}>
      <div>
        <h2 className={classes.name}>{clientName}</h2>
        {patient !== null && (
          <p>
            {[
              text.born(
                dayWords(patient.birthDate),
                ageOn(dayOf(startMs ?? Date.parse(session.plannedAt), zone), patient.birthDate),
              ),
              words.clients.sexes[patient.sex],
              ...(patient.mrn === null ? [] : [text.mrn(patient.mrn)]),
              grams === null ? text.weightUnknown : formatKg(grams),
              patient.allergies.status === 'known'
                ? text.allergic(patient.allergies.items.join(', '))
                : patient.allergies.status === 'none-known'
                  ? text.noAllergies
                  : text.notAsked,
            ].join(' · ')}
          </p>
        )}
        <p>
          {[
            ...(startedAt === null
              ? []
              : [
                  text.span(
                    dayWords(dayOf(Date.parse(startedAt), zone)),
                    clock(startedAt),
                    endedAt === null ? null : clock(endedAt),
                  ),
                ]),
            ...(session.room === null ? [] : [session.room.name]),
            ...(pins?.team ?? []).map(({ name, role }) => `${name} (${roleWord(role)})`),
            ...(pins === null ? [] : [pins.protocol.name]),
            ...(marked === '' ? [] : [marked]),
          ].join(' · ')}
        </p>
      </div>
      <span className={classes.badge} data-look={status === 'signed' && closed === null ? 'done' : undefined}>
        {status === 'signed'
          ? closed === null
            ? text.badge.signed
            : text.badge.closed
          : status === 'ended'
            ? text.badge.draft
            : status === 'cancelled'
              ? text.badge.cancelled
              : text.badge.running}
      </span>
    </header>
  );
}
