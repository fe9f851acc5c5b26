import { describe, expect, test } from 'vitest';
import { may } from '../permissions.ts';
import { pins, plan, uuid } from '../session/given.test-support.ts';
import type { EntryKindDefinition } from './entry-kind.ts';
import { correctOperation, readOperation, writeOperation } from './entry-kind.ts';
import {
  type DataOf,
  type EntryKind,
  entryKindOf,
  entryKinds,
  recordableKinds,
  summarizeEntry,
} from './registry.ts';

/** One example of each kind. A new kind does not compile without one. */
const examples: { [Kind in EntryKind]: DataOf<Kind> } = {
  'vital-signs': { systolic: 148, diastolic: 92, heartRate: 88, spo2: 97 },
  dose: { state: 'about-to-give', drug: 'ketamine', route: 'im', amountMg: 40, site: 'right deltoid' },
  'infusion-start': { state: 'about-to-give', infusionId: uuid(7), drug: 'ketamine', rateMgPerHour: 52.5 },
  'infusion-rate': { state: 'about-to-give', infusionId: uuid(7), drug: 'ketamine', rateMgPerHour: 0 },
  'infusion-stop': { infusionId: uuid(7), drug: 'ketamine', reason: 'Client asked.' },
  'dose-not-given': {
    reason: 'refused',
    drug: 'ketamine',
    amountMg: 20,
    route: 'im',
    why: 'Enough for today.',
  },
  waste: { vialId: uuid(8), amountMg: 30, reason: 'Rest of the vial.' },
  checklist: { answers: [{ item: 'weight-today', result: 'fulfilled', weightKg: 68.4 }] },
  emergency: { mark: 'help-called', detail: 'Dr Lark' },
  note: { text: 'I was doing my best with what I had.', category: 'words', themes: ['shame'] },
  moment: { text: 'Long silence.', endsAt: '2026-11-24T10:20:00.000Z', tags: ['grief', 'mother'] },
  shift: { from: 'I am the mistake.', to: 'I was doing my best.' },
  'words-to-keep': { text: 'I can put it down.', fromEntryId: uuid(1) },
  phase: { phase: 'peak' },
  'adverse-event': { term: 'chest_pain', grade: 2 },
  assessment: {
    instrument: 'aldrete',
    answers: ['activity', 'respiration', 'circulation', 'consciousness', 'saturation'].map((item) => ({
      item,
      value: item === 'circulation' ? 1 : 2,
    })),
    version: 1,
  },
  acknowledgement: { noticeId: 'bp-high:1', reason: 'Measuring again.' },
  handover: {
    fromId: uuid(1),
    toId: uuid(7),
    toName: 'Dr Theo Marsh',
    role: 'physician',
    text: 'Sister is called.',
    summary: { totalMg: 60, doses: 2, openNotices: ['BP 164/98 at 10:37, over 160.'] },
  },
  'handover-accepted': { handoverId: uuid(1), fromName: 'Dr Amara Okafor' },
  amendment: { entryId: uuid(1), data: { systolic: 146, diastolic: 92 }, reason: 'Mistyped.' },
  retraction: { entryId: uuid(1), reason: 'Twice.' },
  planned: { ...plan, plannedDoses: [{ drug: 'ketamine', route: 'im', amountMg: 40 }] },
  started: { startedAt: null, reason: null, transcribed: false, pins },
  ended: { endedAt: null, disposition: 'completed' },
  signed: { meaning: 'Complete.', coversSeq: 4, coversHash: 'ab', locks: true },
  closed: {
    reason: 'Dr Lark left the clinic.',
    missing: [{ role: 'physician', names: ['Dr Tom Lark'] }],
    open: [],
    coversSeq: 4,
    coversHash: 'ab',
    rulesVersion: 1,
    notices: [],
  },
  addendum: { text: 'Slept well.' },
  cancelled: { reason: 'Client is ill.' },
  redaction: { entryId: uuid(1), reason: 'Request of the client.' },
};

const lines: Record<EntryKind, string> = {
  'vital-signs': '148/92 mmHg · HR 88 /min · SpO₂ 97 %',
  dose: 'Ketamine 40 mg IM, right deltoid',
  'infusion-start': 'Ketamine infusion started at 52.5 mg/h IV',
  'infusion-rate': 'Ketamine infusion paused',
  'infusion-stop': 'Ketamine infusion stopped: Client asked.',
  'dose-not-given': 'Ketamine 20 mg IM refused by the client: Enough for today.',
  waste: 'Wasted 30 mg: Rest of the vial.',
  checklist: 'Weighed today: yes, 68.4 kg',
  emergency: 'Help called: Dr Lark',
  note: '“I was doing my best with what I had.”',
  moment: 'Long silence. #grief #mother',
  shift: 'From “I am the mistake.” to “I was doing my best.”',
  'words-to-keep': '“I can put it down.”',
  phase: 'Peak',
  'adverse-event': 'Chest pain, grade 2',
  assessment: 'Aldrete 9 of 10',
  acknowledgement: 'Measuring again.',
  handover:
    'Handed over as physician to Dr Theo Marsh; ketamine 60 mg given; open: BP 164/98 at 10:37, over 160.; Sister is called.',
  'handover-accepted': 'Accepted the handover of Dr Amara Okafor',
  amendment: 'Amended: Mistyped.',
  retraction: 'Entered in error: Twice.',
  planned: 'Planned: 40 mg IM',
  started: 'Started',
  ended: 'Ended: completed',
  signed: 'Signed: Complete.',
  closed: 'Closed without the signature of the physician: Dr Lark left the clinic.',
  addendum: 'Slept well.',
  cancelled: 'Cancelled: Client is ill.',
  redaction: 'Text removed',
};

const definitions = entryKinds as readonly unknown[] as readonly EntryKindDefinition[];

describe.each(definitions.map((definition) => [definition.kind as EntryKind, definition] as const))(
  '%s',
  (kind, definition) => {
    test('[KND-1] has a kebab-case name, a label, a version and is found by its name', () => {
      expect(kind).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(definition.label).toMatch(/^[A-Z]/);
      expect(Number.isInteger(definition.version) && definition.version >= 1).toBe(true);
      expect(entryKindOf(kind)).toBe(definition);
    });

    test('[KND-2] takes its example unchanged and says it in one line', () => {
      expect(definition.data.parse(examples[kind])).toEqual(examples[kind]);
      expect(definition.summarize(examples[kind])).toBe(lines[kind]);
    });

    test('[KND-3] refuses a field it does not know, and what is no object', () => {
      const parsed = definition.data.safeParse({ ...examples[kind], colour: 'red' });
      expect(parsed.error?.issues[0]).toMatchObject({ code: 'unrecognized_keys', keys: ['colour'] });
      for (const value of [null, [], 'text', 5, undefined])
        expect(definition.data.safeParse(value).success).toBe(false);
    });

    test('[KND-3] coerces nothing: every number as text and every text as number is refused', () => {
      for (const [field, value] of Object.entries(examples[kind])) {
        const other = typeof value === 'number' ? String(value) : typeof value === 'string' ? 5 : undefined;
        if (other !== undefined)
          expect(definition.data.safeParse({ ...examples[kind], [field]: other }).success).toBe(false);
      }
    });
  },
);

describe('the list of kinds', () => {
  test('[KND-1] no name stands twice; what a device appends is what is recordable in some status', () => {
    const names = definitions.map((definition) => definition.kind);
    expect(new Set(names).size).toBe(names.length);
    expect(recordableKinds.map((definition) => definition.kind)).toEqual([
      'vital-signs',
      'dose',
      'infusion-start',
      'infusion-rate',
      'infusion-stop',
      'dose-not-given',
      'waste',
      'checklist',
      'emergency',
      'note',
      'moment',
      'shift',
      'words-to-keep',
      'phase',
      'adverse-event',
      'assessment',
      'acknowledgement',
      'handover',
      'handover-accepted',
      'amendment',
      'retraction',
    ]);
  });

  test('[KND-4] a signed or cancelled session records nothing through the list', () => {
    for (const definition of definitions) {
      expect(definition.recordableIn).not.toContain('signed');
      expect(definition.recordableIn).not.toContain('cancelled');
    }
  });

  test('[KND-5] each group has a permission to read, and to write unless it is a step of the session', () => {
    expect(readOperation('notes')).toBe('notes.read');
    expect(readOperation('lifecycle')).toBe('session.read');
    expect(writeOperation({ group: 'doses' })).toBe('doses.write');
    expect(writeOperation({ group: 'lifecycle' })).toBeNull();
  });

  test('[KND-5] each kind is corrected under its group, a "Seen" under its own permission, a step under none', () => {
    const under = definitions.map((definition) => [definition.kind, correctOperation(definition)]);
    expect(Object.fromEntries(under.filter(([, operation]) => operation !== null))).toEqual({
      'vital-signs': 'vitals.correct',
      dose: 'doses.correct',
      'infusion-start': 'doses.correct',
      'infusion-rate': 'doses.correct',
      'infusion-stop': 'doses.correct',
      'dose-not-given': 'doses.correct',
      waste: 'doses.correct',
      checklist: 'events.correct',
      emergency: 'events.correct',
      note: 'notes.correct',
      moment: 'notes.correct',
      shift: 'notes.correct',
      'words-to-keep': 'notes.correct',
      phase: 'arc.correct',
      'adverse-event': 'events.correct',
      assessment: 'vitals.correct',
      acknowledgement: 'acknowledgements.correct',
      handover: 'handovers.correct',
      'handover-accepted': 'handovers.correct',
    });
  });

  test('[COR-1] a physician may correct another person’s vital signs, doses, events and scores, and no other kind', () => {
    const kinds = definitions.filter((definition) => {
      const operation = correctOperation(definition);
      return operation !== null && may('physician', operation, { relation: 'any' });
    });
    expect(kinds.map((definition) => definition.kind)).toEqual([
      'vital-signs',
      'dose',
      'infusion-start',
      'infusion-rate',
      'infusion-stop',
      'dose-not-given',
      'waste',
      'checklist',
      'emergency',
      'adverse-event',
      'assessment',
    ]);
  });

  test('[KND-6] an unknown kind and a withheld entry still have a line', () => {
    expect(entryKindOf('horoscope')).toBeUndefined();
    expect(summarizeEntry({ kind: 'horoscope', data: { sign: 'lion' } })).toBe('{"sign":"lion"}');
    expect(summarizeEntry({ kind: 'note', data: null, withheld: true })).toBe('Not shown to your role');
    expect(summarizeEntry({ kind: 'note', data: null })).toBe('Not shown to your role');
  });
});
