import { describe, expect, test } from 'vitest';
import { entryKinds } from '../entries/registry.ts';
import { entry, given, planned, recorded, started, therapist, uuid } from './given.test-support.ts';
import { sessionStatuses } from './status.ts';
import { mayReadEntry, withhold } from './visibility.ts';

describe('who reads an entry', () => {
  test('[PER-6] given a lead, when a note is asked for, then only once signed; a correction is as private as what it corrects', () => {
    for (const status of sessionStatuses) {
      expect(mayReadEntry('lead', 'note', status)).toBe(status === 'signed');
      expect(mayReadEntry('lead', 'amendment', status, 'note')).toBe(status === 'signed');
      expect(mayReadEntry('lead', 'retraction', status, 'vital-signs')).toBe(
        ['ended', 'signed', 'cancelled'].includes(status),
      );
    }
  });

  test('[PER-6] given an admin, when any kind is asked for, then never, known or not', () => {
    for (const status of sessionStatuses) {
      for (const kind of [...entryKinds.map((definition) => definition.kind), 'horoscope']) {
        expect(mayReadEntry('admin', kind, status)).toBe(false);
      }
    }
  });

  test('[PER-6] given an unknown kind, when a clinician asks, then it is shown; a lead sees it once signed', () => {
    for (const role of ['physician', 'nurse', 'therapist'] as const)
      expect(mayReadEntry(role, 'horoscope', 'in-progress')).toBe(true);
    expect(mayReadEntry('lead', 'horoscope', 'ended')).toBe(false);
  });

  test('[PER-7] given an entry withheld, when served, then the envelope stands, and no word a person typed', () => {
    const context = { deviceId: 'tablet', knownSeq: 2, lateReason: 'Written on paper first.' };
    const secret = entry('note', { text: 'secret words', category: 'words' }, { id: uuid(1), context });
    const original = given(planned, started, recorded(therapist, secret)).log.at(-1);
    if (original === undefined) throw new Error('no entry');
    const served = withhold(original);
    expect(served).toEqual({
      ...original,
      data: null,
      withheld: true,
      context: { deviceId: 'tablet', knownSeq: 2 },
    });
    expect(JSON.stringify(served)).not.toMatch(/secret|paper/);
    expect(withhold({ ...original, context: null }).context).toBeNull();
  });
});
