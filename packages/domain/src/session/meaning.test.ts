import { expect, test } from 'vitest';
import { at, entry, given, planned, recorded, started, therapist, uuid } from './given.test-support.ts';
import { intentionOf, tagsOf } from './meaning.ts';

const intention = (text: string, minutes: number, id: string) =>
  entry('note', { text, category: 'intention' }, { id, happenedAt: at(minutes) });

test('[MNG-1] given intentions, when read, then the last by time counts; one entered in error leaves the one before', () => {
  const log = given(
    planned,
    recorded(therapist, intention('To rest.', -70, uuid(1))),
    started,
    recorded(therapist, intention('To grieve.', 0, uuid(2)), intention('Older.', -80, uuid(3))),
  );
  expect(intentionOf(given(planned).state)).toBeNull();
  expect(intentionOf(log.state)?.data.text).toBe('To grieve.');
  const gone = { type: 'append', entries: [entry('retraction', { entryId: uuid(2), reason: 'x' })] } as const;
  expect(intentionOf(log.when(gone, therapist).state)?.data.text).toBe('To rest.');
});

test('[MNG-7] given tags of moments and themes of notes, when listed, then the most used first, in the spelling first used', () => {
  const log = given(
    planned,
    started,
    recorded(
      therapist,
      entry('moment', { tags: ['Grief', 'mother'] }),
      entry('moment', { tags: ['grief'] }),
      entry('note', { text: 'Again.', category: 'theme', themes: ['anger'] }),
      entry('moment', { tags: ['twice'] }, { id: uuid(1) }),
    ),
    recorded(therapist, entry('retraction', { entryId: uuid(1), reason: 'Twice.' })),
  );
  expect(tagsOf(log.state)).toEqual(['Grief', 'anger', 'mother']);
});
