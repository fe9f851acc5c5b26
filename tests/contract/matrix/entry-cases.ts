import { randomUUID } from 'node:crypto';
import type { Operation, RecordableKind, SessionStatus } from '@tandem/domain';
import { entry, vitals } from '../../support/api.ts';
import type { At, RouteCase } from './cases.ts';
import { handover } from './clinic-fixture.ts';
import { chosen, type IdUse, kept, lookedUp, undescribed } from './ids.ts';

const during: readonly SessionStatus[] = ['in-progress', 'ended'];
const fromPlanning: readonly SessionStatus[] = ['planned', ...during];
const reading = { systolic: 132, diastolic: 84, heartRate: 80 };

function kindCase(
  kind: RecordableKind,
  guard: Operation,
  effectiveIn: readonly SessionStatus[],
  ids: Readonly<Record<string, IdUse>>,
  data: (at: At) => Record<string, unknown>,
): RouteCase {
  const inData = Object.entries(ids).map(([name, use]) => [`entries[].data.${name}`, use] as const);
  return {
    route: 'POST /api/sessions/:id/entries',
    kind,
    guard,
    ids: {
      'path id': lookedUp('session'),
      'entries[].id': chosen('entry'),
      ...Object.fromEntries(inData),
    },
    target: 'session',
    effectiveIn,
    make: (at) => ({
      id: at.session.id,
      body: { entries: [entry(kind, data(at), { context: { deviceId: 'tablet', knownSeq: 1 } })] },
    }),
  };
}

/** One case for each kind that a device appends: which permission, which ids. */
export const entryCases: readonly RouteCase[] = [
  kindCase('vital-signs', 'vitals.write', fromPlanning, { takenById: lookedUp('person') }, ({ world }) => ({
    ...reading,
    takenById: world.ours.person[0],
  })),
  kindCase(
    'dose',
    'doses.write',
    during,
    {
      orderedById: lookedUp('person'),
      givenById: lookedUp('person'),
      vialId: lookedUp('vial'),
      boosterOf: lookedUp('entry'),
      separateFrom: lookedUp('entry'),
      approvalId: lookedUp('approval'),
    },
    ({ world: { ours } }) => ({
      state: 'already-given',
      drug: 'ketamine',
      route: 'im',
      amountMg: 20,
      orderedById: ours.person[0],
      givenById: ours.person[0],
    }),
  ),
  kindCase(
    'infusion-start',
    'doses.write',
    during,
    {
      infusionId: chosen('entry'),
      orderedById: lookedUp('person'),
      givenById: lookedUp('person'),
      vialId: lookedUp('vial'),
      approvalId: lookedUp('approval'),
    },
    ({ world: { ours } }) => ({
      infusionId: randomUUID(),
      state: 'already-given',
      drug: 'ketamine',
      rateMgPerHour: 20,
      orderedById: ours.person[0],
      givenById: ours.person[0],
    }),
  ),
  kindCase(
    'infusion-rate',
    'doses.write',
    during,
    { infusionId: lookedUp('entry'), orderedById: lookedUp('person'), approvalId: lookedUp('approval') },
    ({ session, world: { ours } }) => ({
      infusionId: session.infusionId,
      state: 'already-given',
      drug: 'ondansetron',
      rateMgPerHour: 10,
      orderedById: ours.person[0],
    }),
  ),
  {
    ...kindCase('infusion-stop', 'doses.write', during, { infusionId: lookedUp('entry') }, ({ session }) => ({
      infusionId: session.infusionId,
      drug: 'ondansetron',
    })),
    consumes: true,
  },
  kindCase('dose-not-given', 'doses.write', during, {}, () => ({ reason: 'refused' })),
  kindCase(
    'waste',
    'doses.write',
    during,
    { vialId: lookedUp('vial'), approvalId: lookedUp('approval') },
    ({ world: { ours } }) => ({
      vialId: ours.vial[0],
      amountMg: 20,
    }),
  ),
  kindCase('checklist', 'events.write', fromPlanning, {}, () => ({
    answers: [{ item: 'identity', result: 'fulfilled' }],
  })),
  kindCase('emergency', 'events.write', during, {}, () => ({ mark: 'oxygen' })),
  kindCase('note', 'notes.write', fromPlanning, {}, () => ({ text: 'Quiet.', category: 'noticed' })),
  kindCase('moment', 'notes.write-any', during, {}, () => ({ tags: ['grief'] })),
  kindCase('shift', 'notes.write-any', during, {}, () => ({ from: 'I am wrong.', to: 'I did my best.' })),
  kindCase('words-to-keep', 'notes.write-any', during, { fromEntryId: lookedUp('entry') }, () => ({
    text: 'I can put it down.',
  })),
  kindCase('phase', 'arc.write', during, {}, () => ({ phase: 'onset' })),
  kindCase('adverse-event', 'events.write', during, { doseId: kept('entry') }, () => ({
    term: 'nausea',
    grade: 1,
  })),
  kindCase('assessment', 'vitals.write', during, {}, () => ({
    instrument: 'nrs-nausea',
    answers: [{ item: 'nausea', value: 2 }],
  })),
  {
    ...kindCase('acknowledgement', 'events.write', during, {}, () => ({})),
    // Seen needs a notice: a reading in range, then the one that raises it anew, stand before it in the batch. Of a
    // moment ago: none is raised by a reading that is ahead of the database's clock, by a millisecond either.
    make: ({ session }) => {
      const over = vitals(168, 98);
      const seen = entry('acknowledgement', { noticeId: `bp-high:${over.id}` });
      const happenedAt = new Date(Date.now() - 3_000).toISOString();
      const entries = [vitals(128, 80), over, seen].map((one) => ({ ...one, happenedAt }));
      return { id: session.id, body: { entries } };
    },
  },
  kindCase(
    'handover',
    'handovers.write',
    during,
    { fromId: lookedUp('person'), toId: lookedUp('person') },
    ({ role, recorderId, world: { callers } }) => ({
      ...handover(callers[role], role === 'nurse' ? callers.physician : callers.nurse).data,
      ...(recorderId === undefined ? {} : { fromId: recorderId }),
    }),
  ),
  {
    ...kindCase(
      'handover-accepted',
      'handovers.write',
      during,
      { handoverId: lookedUp('entry') },
      ({ session, role }) => ({ handoverId: session.handovers[role] ?? session.readings[role] }),
    ),
    consumes: true,
  },
  correction('own'),
  correction('any'),
  {
    ...kindCase(
      'retraction',
      'vitals.correct',
      fromPlanning,
      { entryId: lookedUp('entry') },
      ({ session, role }) => ({ entryId: session.readings[role], reason: 'Wrong client.' }),
    ),
    relation: 'own',
    consumes: true,
  },
];

/** A reading of one's own, or of somebody else. */
function correction(relation: 'own' | 'any'): RouteCase {
  const byWhom = { physician: 'nurse', nurse: 'physician', therapist: 'physician' } as const;
  return {
    ...kindCase(
      'amendment',
      'vitals.correct',
      fromPlanning,
      { entryId: lookedUp('entry'), 'data.takenById': undescribed(lookedUp('person')) },
      ({ session, role }) => {
        const author = relation === 'own' || role === 'lead' || role === 'admin' ? role : byWhom[role];
        return { entryId: session.readings[author], data: reading, reason: 'Mistyped.' };
      },
    ),
    relation,
  };
}
