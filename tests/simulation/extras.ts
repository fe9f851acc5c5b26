import { itemOf, type SessionState } from '@tandem/domain';
import type { Rng } from '@tandem/scenarios';
import type { Page, Recording } from './page.ts';
import { physician } from './people.ts';

/** Something that the scenario does not know of, as this person could record it now; null when there is nothing. */
export function extraFor(rng: Rng, page: Page): Recording | null {
  const { person } = page.device;
  const { confirmed } = page.store.view();
  const base = { id: rng.uuid(), happenedMs: null };
  const chosen = rng.next();
  if (chosen < 0.3)
    return { ...base, kind: 'note', data: { text: `Seen ${rng.int(1, 999)}.`, category: 'noticed' } };
  if (chosen < 0.5) {
    const data = { systolic: rng.int(110, 190), diastolic: rng.int(60, 100), heartRate: rng.int(55, 120) };
    return { ...base, kind: 'vital-signs', data };
  }
  if (chosen < 0.6) {
    const happenedMs = page.device.world.trueMs() - rng.int(10, 60) * 60_000;
    const data = { term: 'nausea', grade: rng.int(1, 3) };
    return { ...base, kind: 'adverse-event', data, happenedMs, lateReason: 'Both hands were needed.' };
  }
  if (chosen < 0.68 && person.role !== 'therapist') return { ...base, ...doseBy(rng, person.role) };
  return correction(rng, page, confirmed);
}

/** The same drug as somebody else may be recording at this moment: both may have given it, or one of them twice. */
export function doseBy(rng: Rng, role: string): Pick<Recording, 'kind' | 'data'> {
  const amountMg = rng.pick([10, 20, 40]);
  const given = { drug: 'ketamine', route: 'im', amountMg, givenById: physician.id };
  if (role === 'physician' && rng.chance(0.5))
    return { kind: 'dose', data: { ...given, state: 'about-to-give' } };
  return { kind: 'dose', data: { ...given, state: 'already-given', orderedById: physician.id } };
}

/** Of something on this screen that this person recorded: amended or retracted. */
function correction(rng: Rng, { device }: Page, confirmed: SessionState): Recording | null {
  const own = [...confirmed.items].filter(
    ({ entry, retraction }) =>
      entry.author.id === device.person.id &&
      retraction === null &&
      (entry.kind === 'note' || entry.kind === 'vital-signs' || entry.kind === 'dose'),
  );
  if (own.length === 0) return null;
  const { entry, data, lastChangeSeq } = rng.pick(own);
  const base = { id: rng.uuid(), happenedMs: null };
  const about = { entryId: entry.id, reason: 'Entered in error.' };
  if (rng.chance(0.35)) {
    const given = entry.kind === 'dose' ? { anyGiven: false } : {};
    return { ...base, kind: 'retraction', data: { ...about, ...given } };
  }
  const changed =
    entry.kind === 'note'
      ? { text: `Put right ${rng.int(1, 999)}.` }
      : entry.kind === 'dose'
        ? {}
        : { heartRate: 77 };
  const whole = { ...(data as object), ...changed };
  return { ...base, kind: 'amendment', data: { ...about, data: whole, basedOnSeq: lastChangeSeq } };
}

/**
 * A correction of the script as this screen allows it: of an entry that is on it, on the state that it shows. Null
 * while the entry is not there.
 */
export function asSeen(recording: Recording, confirmed: SessionState): Recording | null {
  if (recording.kind !== 'amendment' && recording.kind !== 'retraction') return recording;
  const data = recording.data as { entryId: string; basedOnSeq?: number };
  const item = itemOf(confirmed, data.entryId);
  if (item === undefined) return null;
  if (recording.kind === 'retraction') return recording;
  return { ...recording, data: { ...data, basedOnSeq: item.lastChangeSeq } };
}
