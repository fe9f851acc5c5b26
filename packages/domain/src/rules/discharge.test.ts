import { describe, expect, test } from 'vitest';
import {
  append,
  ended,
  entry,
  given,
  MINUTE,
  nurse,
  physician,
  planned,
  T0,
  type Told,
  therapist,
  uuid,
} from '../session/given.test-support.ts';
import {
  aldrete,
  answer,
  begun,
  dischargeAt,
  goOn,
  infuse,
  isMet,
  keysAt,
  readAt,
  rowAt,
  unasked,
  well,
} from './discharge.test-support.ts';
import { dischargeOf } from './discharge.ts';
import { dose, session, set } from './notices.test-support.ts';

describe('[DCH-1] the list', () => {
  const slots = [5, 15, 30, 45, 60, 75, 90, 105, 115, 130].map((minute) => set(minute, well));
  const recovered = unasked(set(0, well), dose(1, 40), ...slots, aldrete(130, 2));
  const asked = dischargeAt(recovered, 130).items.filter((row) => row.asked);
  const fit = [...recovered, ...asked.map(({ key }) => answer(130, key))];

  test('stands in its order while nothing is met', () => {
    expect(
      dischargeAt(begun(dose(0, 40)), 30)
        .items.filter(({ met }) => !met)
        .map(({ key }) => key),
    ).toEqual([
      'observed',
      'pressure-steady',
      'breathing-well',
      'awake',
      'recovery-scored',
      'nothing-open',
      'oriented',
      'dissociation-resolved',
      'walks-steadily',
      'nausea-minimal',
      'pain-acceptable',
      'mood-safe',
      'debrief',
      'escort-here',
      'instructions',
      'next-contact',
      'physician-agrees',
    ]);
  });

  test('is ready when nothing is unmet', () => {
    const { ready, missing, items } = dischargeAt(fit, 131);
    expect({ ready, missing }).toEqual({ ready: true, missing: [] });
    expect(items.map(({ needs }) => needs)).toEqual(items.map(() => null));
  });

  test('has what is unmet first, and each row once', () => {
    const { ready, missing, items } = dischargeAt(
      [
        ...fit,
        answer(131, 'mood-safe', { result: 'not-fulfilled' }),
        answer(131, 'oriented', { result: 'not-fulfilled' }),
      ],
      131,
    );
    expect(ready).toBe(false);
    expect(items.slice(0, 3).map(({ key }) => key)).toEqual(['oriented', 'mood-safe', 'observed']);
    expect(items).toHaveLength(17);
    expect(missing).toEqual([
      'Oriented to person, place and time: no; somebody answers: Oriented to person, place and time',
      'No new suicidal thoughts, distress acceptable: no; somebody answers: No new suicidal thoughts, distress acceptable',
    ]);
  });

  test('after the end says how it stood at the end; until then, how it stands', () => {
    const over = [...begun(dose(0, 40)), ended];
    const first = (minute: number) => readAt(over, 'observed', minute).split(',')[0];
    expect([119, 129, 130, 600].map(first)).toEqual(
      [119, 129, 130, 130].map((minute) => `${minute} of 120 min since the first dose`),
    );
  });
});

describe('what this session is not asked', () => {
  test('before the first dose: nothing that counts from one', () => {
    const before = dischargeOf(given(planned).state, T0).items.map(({ key }) => key);
    for (const key of ['observed', 'reversal-past', 'infusion-stopped', 'line-out', 'waste-reconciled'])
      expect(before).not.toContain(key);
    expect(before).toContain('physician-agrees');
  });

  test.each([
    ['a dose into the muscle', [dose(0, 40)], false],
    ['one into the vein', [dose(0, 20, { data: { route: 'iv' } })], true],
    ['one of both', [dose(0, 40), dose(20, 20, { data: { route: 'iv' } })], true],
    ['a rescue drug into the vein', [dose(0, 4, { data: { drug: 'ondansetron', route: 'iv' } })], true],
    ['an infusion', [infuse(0, 'ketamine')], true],
    ['an infusion that is yet to begin', [dose(0, 40), infuse(31, 'ketamine')], false],
  ])('a line, after %s: %s', (_what, of: Told[], isAsked) => {
    expect(keysAt(begun(...of), 30).includes('line-out')).toBe(isAsked);
  });

  test.each([
    ['a dose of no vial', [dose(0, 40)], false],
    ['one of a vial', [dose(0, 40, { data: { vialId: uuid(710) } })], true],
    ['one of each', [dose(0, 40), dose(20, 20, { data: { vialId: uuid(710) } })], true],
    ['an infusion of no vial', [infuse(0, 'ketamine')], false],
    ['one of a vial', [infuse(0, 'ketamine', { vialId: uuid(710) })], true],
  ])('what was drawn, after %s: %s', (_what, of: Told[], isAsked) => {
    expect(keysAt(begun(...of), 30).includes('waste-reconciled')).toBe(isAsked);
  });
});

describe('[DCH-10] answers', () => {
  test('count from the last dose on, and until now', () => {
    const of = (minute: number) => begun(dose(0, 40), dose(60, 20), answer(minute, 'oriented'));
    expect([59, 60, 120, 121].map((minute) => isMet(of(minute), 'oriented', 120))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test('so does a reason to go on', () => {
    const of = (minute: number) => begun(dose(0, 40), dose(60, 20), goOn(minute, 'awake'));
    expect([59, 60].map((minute) => isMet(of(minute), 'awake', 120))).toEqual([false, true]);
  });

  test.each([
    ['no answer', 'not answered; somebody answers: Pain is acceptable', []],
    ['yes', 'yes', [{}]],
    ['no', 'no; somebody answers: Pain is acceptable', [{ result: 'not-fulfilled' }]],
    ['of no matter', 'does not apply', [{ result: 'not-applicable' }]],
    ['with a note', 'yes, 2 of 10', [{ note: '2 of 10' }]],
    ['the later one', 'no; somebody answers: Pain is acceptable', [{}, { result: 'not-fulfilled' }]],
    ['the later one', 'yes', [{ result: 'not-fulfilled' }, {}]],
    [
      'a reason',
      'no, headache; goes on: As before.',
      [{ result: 'not-fulfilled', note: 'headache', overrideReason: 'As before.' }],
    ],
  ])('%s reads "%s"', (_what, words, answers) => {
    const told = answers.map((more, index) => answer(90 + index, 'pain-acceptable', more));
    expect(readAt(begun(dose(0, 40), ...told), 'pain-acceptable', 120)).toBe(words);
    expect(isMet(begun(dose(0, 40), ...told), 'pain-acceptable', 120)).toBe(!words.includes('somebody'));
  });

  test('who takes the client home is read with the number', () => {
    const escort = answer(90, 'escort-here', { person: 'Ana Rivera', phone: '555 0100', note: 'sister' });
    expect(readAt(begun(dose(0, 40), escort), 'escort-here', 120)).toBe('yes, Ana Rivera, 555 0100, sister');
    const unnamed = answer(90, 'escort-here', { phone: '555 0100' });
    expect(readAt(begun(dose(0, 40), unnamed), 'escort-here', 120)).toBe('yes, 555 0100');
  });
});

describe('[DCH-11] a physician', () => {
  test.each([
    [physician, 'physician-agrees', {}, null],
    [nurse, 'physician-agrees', {}, 'role-may-not'],
    [therapist, 'physician-agrees', {}, 'role-may-not'],
    [nurse, 'observed', { result: 'not-fulfilled', overrideReason: 'Lives here.' }, 'role-may-not'],
    [physician, 'observed', { result: 'not-fulfilled', overrideReason: 'Lives here.' }, null],
    [therapist, 'debrief', {}, null],
  ] as const)('$0.role answers %s %j: %s', (who, key, more, refused) => {
    const command = append(entry('checklist', { answers: [{ item: key, result: 'fulfilled', ...more }] }));
    expect(session().when(command, who).refusal?.refused ?? null).toBe(refused);
  });

  test('alone is asked to agree', () => {
    expect(rowAt(begun(dose(0, 40)), 'physician-agrees', 120)).toMatchObject({
      met: false,
      asked: true,
      overridable: true,
      answer: null,
      needs: 'a physician answers: A physician agrees that the client may go',
    });
  });

  test('goes on without a row that is folded from the record, and the reason stands beside the fact', () => {
    const of = begun(dose(0, 40));
    expect(rowAt(of, 'awake', 120)).toMatchObject({
      met: false,
      asked: false,
      overridable: true,
      answer: null,
      fact: 'no MOAA/S',
      needs: 'MOAA/S 5 or RASS 0 now',
    });
    expect(rowAt([...of, goOn(110, 'awake')], 'awake', 120)).toMatchObject({
      met: true,
      fact: 'no MOAA/S; goes on: As discussed.',
      needs: null,
      answer: { overrideReason: 'As discussed.', by: physician.name },
    });
  });

  test('is no longer read with a reason once the row is met', () => {
    const of = begun(dose(0, 40), goOn(110, 'awake'), set(119, { moaas: 5 }));
    expect(rowAt(of, 'awake', 120)).toMatchObject({ met: true, fact: 'MOAA/S 5', needs: null });
  });

  test('goes on without a row that somebody answered with no', () => {
    const of = begun(dose(0, 40), goOn(110, 'walks-steadily'));
    expect(readAt(of, 'walks-steadily', 120)).toBe('no; goes on: As discussed.');
    expect(isMet(of, 'walks-steadily', 120)).toBe(true);
  });
});

test('[DCH-12] 40 mg at 10:12 and 20 mg at 10:26 are not ready at 11:45, and the page says how long', () => {
  const of = begun(
    set(8, { systolic: 124, diastolic: 78, heartRate: 72, spo2: 98 }),
    dose(12, 40),
    dose(26, 20),
    set(90, { systolic: 126, diastolic: 80, heartRate: 74, spo2: 98, respiratoryRate: 14, moaas: 5 }),
  );
  const { ready, missing } = dischargeOf(given(...of).state, T0 + 105 * MINUTE);
  expect(ready).toBe(false);
  expect(missing[0]).toBe(
    'Observed long enough: 93 of 120 min since the first dose, 79 of 90 min since the booster; another 27 min',
  );
});
