import type { AnyNewEntry, RecordableKind } from '../entries/registry.ts';
import { noticesOf } from '../rules/notices.ts';
import { entry, nurse, physician, therapist } from '../session/given.test-support.ts';
import { formatInstant } from '../time.ts';
import type { DrillKey } from './drill-keys.ts';
import type { TeamAct } from './played.test-support.ts';

type Of<Kind extends RecordableKind> = Extract<AnyNewEntry, { kind: Kind }>['data'];

/** Records something of this kind so many seconds after a cue. */
function act<Kind extends RecordableKind>(
  cue: string,
  afterS: number,
  actor: TeamAct['actor'],
  kind: Kind,
  data: Of<Kind>,
): TeamAct {
  return {
    cue,
    afterS,
    actor,
    entry: ({ nowMs }) => entry(kind, data as never, { happenedAt: formatInstant(nowMs) }),
  };
}

/** Presses Seen on what the cue's entry raised. */
const seen = (cue: string, afterS: number): TeamAct => ({
  cue,
  afterS,
  actor: physician,
  entry: ({ nowMs, cueId, state }) => {
    const notice = noticesOf(state, nowMs).find(({ entryId }) => entryId === cueId);
    // Put right in the meantime, the notice is gone; it may still be told that it was seen (NTC-10).
    const noticeId = notice?.id ?? `dose-plan:${cueId}`;
    return entry('acknowledgement', { noticeId }, { happenedAt: formatInstant(nowMs) });
  },
});

const set = { systolic: 150, diastolic: 92, heartRate: 90, spo2: 97 };

/** A team for each drill, and what its script says that it is worth: each number is a whole or half step. */
export const teams: Readonly<
  Record<DrillKey, { readonly acts: readonly TeamAct[]; readonly points: number }>
> = {
  // 15 + 15 + half of 20 for 61 s + 20 + 10 + 0 for no emergency.
  'pressure-rise': {
    acts: [
      seen('over-first', 40),
      act('over-first', 100, nurse, 'vital-signs', set),
      seen('over-second', 61),
      act('over-second', 100, physician, 'dose-not-given', { reason: 'withheld', drug: 'ketamine' }),
      act('headache', 30, therapist, 'note', { text: 'Says her head hurts.', category: 'noticed' }),
    ],
    points: 15 + 15 + 10 + 20 + 10,
  },
  // Half for a late emergency; no entry of its own for the event.
  'airway-event': {
    acts: [
      seen('falling', 30),
      act('falling', 50, nurse, 'vital-signs', { spo2: 92 }),
      act('silent', 20, therapist, 'note', { text: 'Does not answer.', category: 'noticed' }),
      act('silent', 61, physician, 'emergency', { mark: 'declared' }),
      act('low', 55, nurse, 'vital-signs', { spo2: 88, oxygenLitresPerMin: 6 }),
    ],
    points: 15 + 10 + 15 + 12 + 25,
  },
  // Half for a set that came after two minutes; nobody says that the line was gone.
  'dropped-network': {
    acts: [
      {
        cue: 'back',
        afterS: 5,
        actor: nurse,
        entry: ({ nowMs }) =>
          entry('vital-signs', set, {
            happenedAt: formatInstant(nowMs - 100_000),
            context: { offline: true, composedAt: formatInstant(nowMs - 100_000) },
          }),
      },
      act('back', 125, nurse, 'vital-signs', set),
    ],
    points: 20 + 40 + 12,
  },
  // Taken for what was given; nobody measures.
  'dose-slip': {
    acts: [
      seen('slip', 20),
      {
        cue: 'slip',
        afterS: 90,
        actor: physician,
        entry: ({ nowMs, cueId }) =>
          entry(
            'amendment',
            {
              entryId: cueId,
              data: { state: 'already-given', drug: 'ketamine', route: 'im', amountMg: 20 },
              reason: 'Mistyped: 20 mg were given.',
            },
            { happenedAt: formatInstant(nowMs) },
          ),
      },
    ],
    points: 25 + 30 + 20,
  },
};
