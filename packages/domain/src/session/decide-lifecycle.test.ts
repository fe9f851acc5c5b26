import { describe, expect, test } from 'vitest';
import type { Author } from '../roles.ts';
import { formatInstant } from '../time.ts';
import type { SessionCommand } from './commands.ts';
import {
  admin,
  append,
  cancelled,
  cosigned,
  ended,
  entry,
  given,
  lead,
  MINUTE,
  nurse,
  otherPhysician,
  physician,
  pins,
  plan,
  planned,
  reach,
  recorded,
  signed,
  started,
  steps,
  T0,
  therapist,
  uuid,
} from './given.test-support.ts';
import { sessionStatuses } from './status.ts';

const replan: SessionCommand = { type: 'replan', id: uuid(910), patch: { weightKg: 70, roomId: undefined } };
const commands = {
  replan,
  start: steps.start,
  cancel: steps.cancel,
  end: steps.end,
  sign: steps.sign,
  addendum: steps.addendum,
};

/** Rows: command; columns in the order of `sessionStatuses`. */
const answers: Readonly<Record<keyof typeof commands, readonly (string | null)[]>> = {
  //         planned                in-progress            ended                      signed                 cancelled
  replan: [null, 'session-not-planned', 'session-not-planned', 'session-signed', 'session-cancelled'],
  start: [null, 'session-not-planned', 'session-not-planned', 'session-signed', 'session-cancelled'],
  cancel: [null, 'session-not-planned', 'session-not-planned', 'session-signed', 'session-cancelled'],
  end: ['session-not-started', null, 'session-not-in-progress', 'session-signed', 'session-not-in-progress'],
  sign: ['open-items', 'open-items', null, 'session-signed', 'session-cancelled'],
  addendum: ['session-not-signed', 'session-not-signed', 'session-not-signed', null, 'session-not-signed'],
};

describe('steps and statuses', () => {
  for (const [name, command] of Object.entries(commands)) {
    for (const [column, status] of sessionStatuses.entries()) {
      const answer = answers[name as keyof typeof commands][column] ?? null;
      test(`[LIF-1] given a session that is ${status}, when ${name}, then ${answer ?? 'it is done'}`, () => {
        const fresh = { ...command, id: uuid(999) } as SessionCommand;
        const outcome = given(...reach[status].told).when(fresh, physician, reach[status].nowMs);
        expect(outcome.refusal?.refused ?? null).toBe(answer);
      });
    }
  }

  test('[LIF-1] given nothing, when planned, then it is the first entry; planned twice under another id, refused', () => {
    expect(given().when(steps.plan, therapist).state).toMatchObject({
      lastSeq: 1,
      status: 'planned',
      origin: 'live',
    });
    expect(given(planned).when({ ...steps.plan, id: uuid(911) }).refusal?.refused).toBe('entry-id-reused');
  });

  test('[LIF-1] given a plan, when a part is planned anew, then the other parts stay, also what was left undefined', () => {
    const room = { ...planned, command: { ...steps.plan, plan: { ...plan, roomId: uuid(700) } } };
    const log = given(room, { command: replan });
    expect(log.state.plan).toEqual({ ...plan, roomId: uuid(700), weightKg: 70 });
    const longer: SessionCommand = { type: 'replan', id: uuid(912), patch: { durationMinutes: 240 } };
    expect(log.when(longer).state.plan).toEqual({
      ...plan,
      roomId: uuid(700),
      weightKg: 70,
      durationMinutes: 240,
    });
  });

  test('[LIF-2] given a part planned anew, when sent again, then it is known; with another value, the id is reused', () => {
    const log = given(planned, { command: replan });
    expect(log.when(replan).knownIds).toEqual([uuid(910)]);
    const other: SessionCommand = { type: 'replan', id: uuid(910), patch: { weightKg: 71 } };
    expect(log.when(other).refusal?.refused).toBe('entry-id-reused');
  });
});

describe('retries of steps', () => {
  const all = [planned, started, ended, signed, cosigned];

  test('[LIF-2] given a signed session, when each step that led there is sent again, then it is known', () => {
    for (const { command, actor = physician } of all) {
      const outcome = given(...all).when(command, actor);
      expect(outcome.refusal).toBeNull();
      expect(outcome.knownIds).toHaveLength(1);
    }
    expect(given(planned, cancelled).when(steps.cancel).knownIds).toEqual([steps.cancel.id]);
  });

  test('[LIF-2] given a known step, when its content, its maker or its kind differs, then the id is reused', () => {
    const log = given(...all);
    const others: [SessionCommand, Author?][] = [
      [{ ...steps.plan, plan: { ...plan, weightKg: 1000 / 3 } }],
      [{ ...steps.start, reason: 'Paper.' }],
      [{ ...steps.end, disposition: 'transferred' }],
      [{ ...steps.sign, meaning: 'Other.' }],
      [steps.sign, otherPhysician],
      [{ ...steps.cancel, id: steps.end.id }],
      [{ ...steps.addendum, id: steps.sign.id }],
    ];
    for (const [command, actor = physician] of others) {
      expect(log.when(command, actor).refusal).toMatchObject({ refused: 'entry-id-reused', field: 'id' });
    }
  });

  test('[LIF-2] given pins that the server added anew, when a start is repeated, then they are not compared', () => {
    const again = { ...steps.start, pins: { ...pins, weightKg: 70 } };
    expect(given(planned, started).when(again).knownIds).toEqual([steps.start.id]);
  });
});

describe('start', () => {
  const startAt = (ms: number, reason: string | null) =>
    given(planned).when({ ...steps.start, startedAt: formatInstant(ms), reason }, physician, T0);

  test('[LIF-3] given no time, when started, then it starts now with its pins', () => {
    const { state } = given(planned).when(steps.start, therapist, T0 + 5);
    expect(state).toMatchObject({
      status: 'in-progress',
      startedAt: formatInstant(T0 + 5),
      pins,
      origin: 'live',
    });
  });

  test('[LIF-3] given a time 2 minutes back, when started without a reason, then it is live; a millisecond more, a reason is needed', () => {
    expect(startAt(T0 - 2 * MINUTE, null).state).toMatchObject({ status: 'in-progress', origin: 'live' });
    expect(startAt(T0 - 2 * MINUTE - 1, null).refusal).toMatchObject({
      refused: 'reason-needed',
      field: 'reason',
    });
  });

  test('[LIF-3] given a past time and a reason, when started, then the session is transcribed for good', () => {
    const { state } = startAt(T0 - 2 * MINUTE - 1, 'Copied from paper.');
    expect(state).toMatchObject({
      status: 'in-progress',
      origin: 'transcribed',
      startedAt: formatInstant(T0 - 2 * MINUTE - 1),
    });
  });

  test('[LIF-3] given a time ahead, when started, then 2 minutes are taken and a millisecond more is not', () => {
    expect(startAt(T0 + 2 * MINUTE, null).refusal).toBeNull();
    expect(startAt(T0 + 2 * MINUTE + 1, null).refusal).toMatchObject({
      refused: 'time-ahead',
      field: 'startedAt',
    });
  });

  test('[LIF-3] given a training plan, when started, then it stays training', () => {
    const training = {
      ...planned,
      command: { ...steps.plan, plan: { ...plan, origin: 'training' as const } },
    };
    expect(given(training, started).state.origin).toBe('training');
  });
});

describe('end', () => {
  const endAt = (ms: number) =>
    given(planned, started).when({ ...steps.end, endedAt: formatInstant(ms) }, physician, T0 + 60 * MINUTE);

  test('[LIF-4] given the start, when ended at it, then it is taken; a millisecond before, refused', () => {
    expect(endAt(T0).state).toMatchObject({
      status: 'ended',
      endedAt: formatInstant(T0),
      disposition: 'completed',
    });
    expect(endAt(T0 - 1).refusal).toMatchObject({ refused: 'ended-before-start', field: 'endedAt' });
  });

  test('[LIF-4] given an end ahead of the clock, when sent, then 2 minutes are taken and a millisecond more is not', () => {
    expect(endAt(T0 + 62 * MINUTE).refusal).toBeNull();
    expect(endAt(T0 + 62 * MINUTE + 1).refusal).toMatchObject({ refused: 'time-ahead', field: 'endedAt' });
  });
});

describe('signatures', () => {
  test('[LIF-5] given physician and therapist on the team, when one has signed, then it is open; the second locks it, in either order', () => {
    for (const [first, second] of [
      [physician, therapist],
      [therapist, physician],
    ] as const) {
      const log = given(planned, started, ended, { ...signed, actor: first });
      expect(log.state.status).toBe('ended');
      expect(
        log.when(append(entry('note', { text: 'Still open.', category: 'noticed' })), physician).refusal,
      ).toBeNull();
      const { state } = log.when(steps.cosign, second);
      expect(state.status).toBe('signed');
      expect(state.signatures.map((signature) => signature.author.role)).toEqual([first.role, second.role]);
    }
  });

  test('[LIF-5] given a team without a therapist, when the physician signs, then it is locked', () => {
    const alone = { ...pins, team: pins.team.filter((member) => member.role === 'physician') };
    const log = given(planned, { ...started, command: { ...steps.start, pins: alone } }, ended);
    expect(log.when(steps.sign).state.status).toBe('signed');
  });

  test('[LIF-5] given a signature, when the same role signs again, then it is refused, also by another physician', () => {
    const log = given(planned, started, ended, signed);
    expect(log.when({ ...steps.sign, id: uuid(999) }).refusal?.refused).toBe('already-signed');
    expect(log.when({ ...steps.sign, id: uuid(999) }, otherPhysician).refusal?.refused).toBe(
      'already-signed',
    );
  });

  test('[LIF-6] given a log, when signed, then the signature names the seq and hash it covers', () => {
    const log = given(planned, started, recorded(physician, entry('phase', { phase: 'peak' })), ended);
    const [draft] = log.when(steps.sign).drafts;
    expect(draft?.data).toMatchObject({ coversSeq: 4, coversHash: log.state.lastHash, locks: false });
  });

  test('[LIF-7] given a signed session, when an addendum is added, then it is taken again and again, and nothing else', () => {
    const log = given(planned, started, ended, signed, cosigned, {
      command: steps.addendum,
      actor: therapist,
    });
    expect(log.when({ ...steps.addendum, id: uuid(999) }).refusal).toBeNull();
    expect(log.state.status).toBe('signed');
    expect(log.when(append(entry('note', { text: 'x', category: 'noticed' }))).refusal?.refused).toBe(
      'session-signed',
    );
  });
});

describe('who runs a session', () => {
  const may = (command: SessionCommand, who: Author, status: keyof typeof reach) =>
    given(...reach[status].told).when(
      { ...command, id: uuid(999) } as SessionCommand,
      who,
      reach[status].nowMs,
    ).refusal?.refused !== 'role-may-not';

  test('[LIF-8] physician and therapist run and sign; a nurse plans only; lead and admin do none of it', () => {
    const rows = [
      ['replan', 'planned'],
      ['start', 'planned'],
      ['cancel', 'planned'],
      ['end', 'in-progress'],
      ['sign', 'ended'],
      ['addendum', 'signed'],
    ] as const;
    for (const [name, status] of rows) {
      const allowed = [physician, therapist, nurse, lead, admin].filter((who) =>
        may(commands[name], who, status),
      );
      const roles = allowed.map((who) => who.role);
      expect(roles).toEqual(
        name === 'replan' ? ['physician', 'therapist', 'nurse'] : ['physician', 'therapist'],
      );
    }
  });
});
