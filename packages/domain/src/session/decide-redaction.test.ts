import { describe, expect, test } from 'vitest';
import type { Entry } from '../entries/entry-kind.ts';
import { evolve, fold } from './evolve.ts';
import {
  append,
  entry,
  given,
  lead,
  physician,
  planned,
  recorded,
  started,
  therapist,
  uuid,
} from './given.test-support.ts';
import { standing } from './select.ts';
import { itemOf, type SessionState } from './state.ts';

const redact = (entryId: string, askedBy = therapist) =>
  ({
    type: 'redact',
    id: uuid(90),
    entryId,
    reason: 'Belongs to another client.',
    askedBy: { id: askedBy.id, name: askedBy.name },
    readBy: ['Dr Amara Okafor'],
  }) as const;
const note = entry(
  'note',
  { text: 'Of somebody else.', category: 'noticed' },
  { id: uuid(1), context: { lateReason: 'canary', offline: true } },
);
const amended = entry(
  'amendment',
  { entryId: uuid(1), data: { text: 'Still of somebody else.', category: 'noticed' }, reason: 'Fuller.' },
  { id: uuid(2) },
);
const pressure = entry('vital-signs', { systolic: 148, diastolic: 92 }, { id: uuid(3) });
const running = given(planned, started, recorded(therapist, note, amended), recorded(physician, pressure));

/** The log as it is read once the payloads are erased. */
function readAnew(state: SessionState): SessionState {
  const erased = new Set([uuid(1), uuid(2)]);
  const entries = [...state.items].map(({ entry: one }): Entry => {
    if (!erased.has(one.id)) return one;
    const { lateReason: _, ...context } = one.context ?? {};
    return { ...one, data: null, context: one.context === null ? null : context };
  });
  return fold(state.sessionId, entries);
}

describe('[RED-1] what may be removed', () => {
  test('words, by a lead, in every state; somebody else than who asked', () => {
    expect(running.when(redact(uuid(1)), lead).refusal).toBeNull();
    expect(running.when(redact(uuid(1), lead), lead).refusal?.refused).toBe('role-may-not');
    for (const who of [physician, therapist])
      expect(running.when(redact(uuid(1)), who).refusal?.refused).toBe('role-may-not');
  });

  test('a value that counts stays; marked entered in error it may go', () => {
    expect(running.when(redact(uuid(3)), lead).refusal).toMatchObject({
      refused: 'invalid',
      field: 'entryId',
    });
    const retract = append(entry('retraction', { entryId: uuid(3), reason: 'Wrong client.' }));
    const gone = given(planned, started, recorded(physician, pressure), {
      command: retract,
      actor: physician,
    });
    expect(gone.when(redact(uuid(3)), lead).refusal).toBeNull();
  });

  test('what is not there, or was removed before, is said', () => {
    expect(running.when(redact(uuid(7)), lead).refusal?.refused).toBe('not-found');
    const once = given(planned, started, recorded(therapist, note), {
      command: redact(uuid(1)),
      actor: lead,
    });
    const twice = once.when({ ...redact(uuid(1)), id: uuid(91) }, lead);
    expect(twice.refusal?.refused).toBe('already-decided');
  });
});

describe('[RED-2] what is left', () => {
  const { state } = running.when(redact(uuid(1)), lead);

  test('the place, the hash and the redaction; no word, no late reason, and its amendments are as empty', () => {
    const item = itemOf(state, uuid(1));
    expect(item).toMatchObject({ data: null, amendments: [], retraction: null });
    expect(item?.redaction?.data).toMatchObject({
      amendmentIds: [uuid(2)],
      askedBy: { name: therapist.name },
      readBy: ['Dr Amara Okafor'],
    });
    expect(item?.entry.context).toEqual({ offline: true });
    const text = JSON.stringify([...state.items]);
    for (const word of ['somebody else', 'canary', 'Fuller']) expect(text).not.toContain(word);
    expect(standing(state, 'note')).toEqual([]);
  });

  test('a screen that saw the words stands as one that reads the log anew', () => {
    expect(JSON.stringify([...state.items])).toBe(JSON.stringify([...readAnew(state).items]));
  });

  test('a correction that arrives after it changes nothing', () => {
    const late = { ...[...running.state.items].at(-1)?.entry, seq: state.lastSeq + 1, id: uuid(50) } as Entry;
    const after = evolve(state, {
      ...late,
      kind: 'amendment',
      data: { entryId: uuid(1), data: { text: 'Back.', category: 'noticed' }, reason: 'x' },
    });
    expect(itemOf(after, uuid(1))?.data).toBeNull();
  });

  test('the entry sent again by a device that heard no answer is known, with whatever words', () => {
    const again = given(planned, started, recorded(therapist, note), {
      command: redact(uuid(1)),
      actor: lead,
    });
    expect(again.when(append(note), therapist).refusal).toBeNull();
  });
});
