import { expect, test } from 'vitest';
import {
  entry,
  type Given,
  inSession,
  lead,
  recorded,
  therapist,
  uuid,
} from '../session/given.test-support.ts';
import { entryWords } from './session-words.ts';

const note = (id: string, text: string, themes?: string[]) =>
  entry('note', { text, category: 'noticed', ...(themes === undefined ? {} : { themes }) }, { id });
const textOf = (session: Given) => entryWords(session.state).map(({ text }) => text);

test('[PST-6] notes, moments, shifts and words to keep are found, values and events are not', () => {
  const session = inSession(
    recorded(
      therapist,
      note(uuid(41), 'There is a chair.', ['grief']),
      entry('moment', { text: 'Long silence.', tags: ['father'] }),
      entry('shift', { from: 'I am the mistake.', to: 'I was doing my best.' }),
      entry('words-to-keep', { text: 'I can put it down.' }),
      entry('vital-signs', { systolic: 148, diastolic: 92 }),
      entry('adverse-event', { term: 'nausea', grade: 2 }),
    ),
  );
  const [first, ...rest] = textOf(session);
  expect(first).toBe('There is a chair. grief');
  expect(rest).toHaveLength(3);
  expect(rest.join(' ')).toMatch(/Long silence.*father.*mistake.*best.*put it down/);
});

test('[PST-6] only as it stands now: amended text replaces, what was retracted or removed is gone', () => {
  const [amended, retracted, removed] = [uuid(51), uuid(52), uuid(53)];
  const before = inSession(
    recorded(
      therapist,
      note(amended, 'Ellen is here.'),
      note(retracted, 'Wrong room.'),
      note(removed, 'A name.'),
    ),
    recorded(
      therapist,
      entry('amendment', {
        entryId: amended,
        data: { text: 'Her sister is here.', category: 'noticed' },
        reason: 'No names.',
      }),
      entry('retraction', { entryId: retracted, reason: 'Twice.' }),
    ),
  );
  expect(textOf(before)).toEqual(['Her sister is here.', 'A name.']);
  const askedBy = { id: therapist.id, name: therapist.name };
  const redact = {
    type: 'redact',
    id: uuid(54),
    entryId: removed,
    reason: 'Names her sister.',
    askedBy,
    readBy: [],
  } as const;
  const { state, refusal } = before.when(redact, lead);
  expect(refusal).toBeNull();
  expect(entryWords(state).map(({ text }) => text)).toEqual(['Her sister is here.']);
});
