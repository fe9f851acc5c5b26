import { adverseEventTerms } from '@tandem/domain';
import {
  csvLines,
  defaultTemplates,
  fillTemplate,
  remsCsv,
  remsSummary,
  sessionCsv,
  TemplateRefusal,
  templateProblem,
} from '@tandem/records';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { at, call, ids, physician, richSession, SESSION, therapist, uuid } from './support/rich-session.ts';
import { scenarioSession } from './support/scenario-sessions.ts';
import { recordOf, sealedSession } from './support/sealed-session.ts';

const rich = recordOf(richSession);

/** RFC 4180, read by the book. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const body = text.replace(/^\uFEFF/, '');
  for (let n = 0; n < body.length; n += 1) {
    const char = body[n] as string;
    if (quoted) {
      if (char !== '"') cell += char;
      else if (body[n + 1] === '"') {
        cell += '"';
        n += 1;
      } else quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === ',') {
      rows.at(-1)?.push(cell);
      cell = '';
    } else if (char === '\r' && body[n + 1] === '\n') {
      rows.at(-1)?.push(cell);
      cell = '';
      rows.push([]);
      n += 1;
    } else cell += char;
  }
  return rows.slice(0, -1);
}

describe('CSV', () => {
  test('[EXP-8] reads back as it was, whatever was typed, and nothing in it begins a formula', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 4 }), { minLength: 1 }),
        (rows) => {
          const back = readCsv(csvLines(rows));
          for (const [y, row] of rows.entries()) {
            for (const [x, value] of row.entries()) {
              const cell = back[y]?.[x] ?? '';
              expect([value, `'${value}`]).toContain(cell);
              expect(cell).not.toMatch(/^[=+\-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20]/);
            }
          }
        },
      ),
      { numRuns: 300 },
    );
    for (const typed of ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\0=1', '＝1'])
      expect(csvLines([[typed]])).toContain(`'${typed}`);
    expect(csvLines([[-2, 1.5]])).toBe('-2,1.5\r\n');
  });

  test('[EXP-8] holds every entry once, with its numbers in columns and what it was', () => {
    const [head = [], ...rows] = readCsv(sessionCsv(rich));
    expect(rows).toHaveLength(rich.shown.length);
    const of = (id: string) => {
      const row = rows.find((cells) => cells.at(-1) === id) ?? [];
      return Object.fromEntries(head.map((name, column) => [name, row[column]]));
    };
    expect(of(ids.amendedVitals)).toMatchObject({
      state: 'amended',
      'Systolic pressure (mmHg)': '146',
      was: expect.stringContaining('164/90'),
      'reason of change': 'mistyped',
      'happened at': '2026-11-24T10:22:00.000-05:00',
    });
    // Entered in error: its amount must not add up with the others.
    expect(of(ids.retractedDose)).toMatchObject({ state: 'entered in error', 'amount (mg)': '' });
    expect(of(ids.redactedNote)).toMatchObject({ state: 'text removed', entry: 'Text removed' });
    expect(of(ids.booster)).toMatchObject({ 'amount (mg)': '20', 'late because': 'Both hands were needed.' });
    const column = head.indexOf('amount (mg)');
    const mg = rows.reduce(
      (sum, cells) => sum + (cells[head.indexOf('drug')] === 'Ketamine' ? Number(cells[column]) : 0),
      0,
    );
    expect(mg).toBe(60);
  });
});

describe('the REMS summary', () => {
  test('[EXP-9] says what is not known as null with its reason, and never as no', () => {
    const { groups } = remsSummary(recordOf(scenarioSession('uneventful')));
    const fields = Object.values(groups).flatMap((group) => Object.entries(group));
    expect(fields.length).toBeGreaterThan(35);
    for (const [name, { value, unknownBecause }] of fields)
      expect(value === null ? unknownBecause?.length : unknownBecause, name).not.toBe(
        value === null ? 0 : '',
      );
    const unknown = fields.filter(([, { value }]) => value === null);
    expect(unknown.every(([, { unknownBecause }]) => (unknownBecause ?? '').length > 5)).toBe(true);
    expect(groups.concomitantMedicines?.opioids).toEqual({ value: null, unknownBecause: expect.any(String) });
    expect(groups.events?.respiratoryDepression?.value).toBeNull();
    // Nobody scored MOAA/S after a dose: that is not "no sedation".
    const unscored = sealedSession(SESSION, [
      ...richCalls(2),
      call(10, physician, 'dose', { state: 'already-given', drug: 'ketamine', route: 'im', amountMg: 40 }),
    ]);
    expect(remsSummary(recordOf(unscored)).groups.events?.sedation).toEqual({
      value: null,
      unknownBecause: expect.stringContaining('MOAA/S'),
    });
  });

  test('[EXP-9] takes the three pressures, the minutes and the amount of esketamine from the record', () => {
    const given = (minute: number) =>
      call(minute, physician, 'dose', {
        state: 'already-given',
        drug: 'esketamine',
        route: 'in',
        amountMg: 28,
        lot: 'L1',
      });
    const pressure = (minute: number, systolic: number) =>
      call(minute, physician, 'vital-signs', { systolic, diastolic: 80, moaas: 5 });
    const session = sealedSession(SESSION, [
      ...richCalls(2),
      pressure(5, 120),
      given(10),
      given(15),
      pressure(41, 131),
      pressure(52, 140),
      pressure(130, 122),
      call(131, physician, 'adverse-event', { term: 'dissociation_distressing', grade: 2 }),
      {
        atMs: Date.parse(at(140)),
        actor: physician,
        command: { type: 'end', id: uuid(800), endedAt: null, disposition: 'completed' },
      },
    ]);
    const { groups } = remsSummary(recordOf(session));
    expect(groups.session).toMatchObject({ esketamineMg: { value: 56 }, lotNumber: { value: 'L1' } });
    expect(groups.vitals).toMatchObject({
      pressureBefore: { value: '120/80' },
      pressureAt40Minutes: { value: '140/80' },
      pressureBeforeCompletion: { value: '122/80' },
    });
    expect(groups.duration).toMatchObject({
      minutesFromFirstDevice: { value: 130 },
      atLeast120Minutes: { value: true },
    });
    expect(groups.events).toMatchObject({ sedation: { value: false }, dissociation: { value: true } });
    const rows = readCsv(remsCsv(recordOf(session)));
    expect(rows).toContainEqual(['events', 'dissociation', 'yes', '']);
    expect(rows.find(([, field]) => field === 'phone')?.[2]).toBe('');
  });
});

/** Plan and start of the rich session. */
const richCalls = (count: number) =>
  [
    {
      atMs: Date.parse(at(-1000)),
      actor: therapist,
      command: {
        type: 'plan',
        id: uuid(801),
        plan: { patientId: uuid(20), protocolId: uuid(30), plannedAt: at(0) },
      },
    },
    {
      atMs: Date.parse(at(0)),
      actor: physician,
      command: { type: 'start', id: uuid(802), startedAt: null, reason: null, pins: richSession.state.pins },
    },
  ].slice(0, count) as Parameters<typeof sealedSession>[1] extends Iterable<infer One> ? One[] : never;

describe('text in a template of the clinic', () => {
  test('[EXP-10] fills each of the three that every clinic has, and leaves no place behind', () => {
    for (const template of Object.values(defaultTemplates)) {
      const text = fillTemplate(rich, template);
      expect(text).not.toMatch(/\{\{|\}\}|undefined|null|NaN/);
      expect(text).toContain('ΠΑΠΑΔΟΠΟΥΛΟΥ-ŻÓŁĆ, Zoë <b>');
    }
  });

  test('[EXP-10] puts the table of vital signs in columns that line up, amended values with what they were', () => {
    const lines = fillTemplate(rich, '{{ Vitals  Table }}').split('\n');
    const [head = ''] = lines;
    expect(head).toMatch(/^Time {3}BP mmHg {2}HR \/min {2}SpO₂ %/);
    const row = lines.find((line) => line.includes('146/90')) ?? '';
    expect(row.indexOf('146/90')).toBe(head.indexOf('BP'));
    expect(row).toContain('was 164/90 mmHg');
    expect(lines.some((line) => line.includes('refused: Cuff off'))).toBe(true);
  });

  test('[EXP-10] keeps a note that was removed out, and says what was entered in error', () => {
    const text = fillTemplate(rich, '{{notes}}\n{{doses}}\n{{scales}}\n{{moments}}\n{{events}}');
    expect(text).not.toContain('Aristotle');
    expect(text).toMatch(/Ketamine 60 mg IM \[ENTERED IN ERROR: Recorded twice\.\]/);
    expect(text).toContain('[amended 10:25, was “It’s heavy… like a coat someone handed me.”: heard again]');
    expect(text).toContain('Nausea, grade 2; Fresh air; resolved');
    expect(adverseEventTerms).toContain('nausea');
  });

  test('[EXP-10] with a place that nobody knows is refused with a sentence that names it', () => {
    expect(templateProblem('{{client}} {{vitls}}')).toMatch(
      /^\{\{vitls\}\} is no place of a template\. Known: \{\{client\}\}/,
    );
    expect(() => fillTemplate(rich, '{{vitls}}')).toThrow(TemplateRefusal);
    expect(templateProblem('{{client} and more')).toMatch(/one of the two is missing/);
    expect(templateProblem('no places at all')).toBeNull();
  });
});
