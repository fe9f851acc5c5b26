import { type FhirBundle, fhirBundle, type Resource } from '@tandem/records';
import { describe, expect, test } from 'vitest';
import { fhirProblems } from './support/fhir-checks.ts';
import { closedSession, ids, richSession, uuid } from './support/rich-session.ts';
import { scenarioSession, scenarioSessions } from './support/scenario-sessions.ts';
import { recordOf } from './support/sealed-session.ts';

const LONG = process.env.TANDEM_TEST_SIZE === 'long';
const SESSIONS = LONG ? 300 : 12;

const rich = fhirBundle(recordOf(richSession));
const all = (bundle: FhirBundle, type: string) =>
  bundle.entry.map(({ resource }) => resource).filter(({ resourceType }) => resourceType === type);
const fromEntry = (id: string, bundle = rich) =>
  bundle.entry
    .map(({ resource }) => resource)
    .filter(({ identifier }) => JSON.stringify(identifier ?? null).includes(`"${id}"`));
const one = (id: string) => fromEntry(id)[0] as Resource;

describe('the bundle of a session', () => {
  test(`[EXP-1] of ${SESSIONS} scenarios passes a validator that is not ours, with the profiles it claims`, () => {
    let resources = 0;
    for (const session of scenarioSessions(SESSIONS)) {
      const bundle = fhirBundle(recordOf(session));
      expect(fhirProblems(bundle), session.sessionId).toEqual([]);
      resources += bundle.entry.length;
    }
    expect(resources).toBeGreaterThan(SESSIONS * 40);
  }, 900_000);

  test('[EXP-1] of a session with one of everything passes it too, for each role that may export', () => {
    for (const role of ['physician', 'therapist', 'lead'] as const)
      expect(fhirProblems(fhirBundle(recordOf(richSession, { role })))).toEqual([]);
  });

  test('[EXP-2] says amended and entered in error, with what it was and why', () => {
    expect(fromEntry(ids.amendedVitals).map(({ status }) => status)).toEqual([
      'amended',
      'amended',
      'amended',
    ]);
    expect(JSON.stringify(one(ids.amendedVitals).note)).toContain('was: 164/90 mmHg');
    expect(JSON.stringify(one(ids.amendedVitals).component)).toContain('"value":146');
    expect(fromEntry(ids.retractedVitals).map(({ status }) => status)).toEqual([
      'entered-in-error',
      'entered-in-error',
    ]);
    expect(one(ids.retractedDose)).toMatchObject({ status: 'entered-in-error' });
    expect(JSON.stringify(one(ids.retractedDose).note)).toContain('Recorded twice.');
    expect(one(ids.retractedEvent).modifierExtension).toMatchObject([{ valueBoolean: true }]);
    const [before, now] = fromEntry(ids.amendedNote);
    expect(before).toMatchObject({ status: 'superseded' });
    expect(now).toMatchObject({ status: 'current', docStatus: 'amended', relatesTo: [{ code: 'replaces' }] });
  });

  test('[EXP-3] gives medicines with context, route, amount in mg, period, and what they follow', () => {
    expect(one(ids.dose)).toMatchObject({
      status: 'completed',
      context: { reference: `urn:uuid:${richSession.sessionId}` },
      effectiveDateTime: '2026-11-24T10:12:00.000-05:00',
      medicationCodeableConcept: { coding: [{ code: '6130' }], text: 'Ketamine' },
      dosage: { route: { coding: [{ code: '78421000' }] }, dose: { value: 40, code: 'mg' } },
    });
    expect(one(ids.booster).partOf).toEqual([{ reference: `urn:uuid:${ids.dose}` }]);
    // 12 mg/h for 10 min and 6 mg/h for 10 min.
    expect(one(ids.infusion)).toMatchObject({
      status: 'stopped',
      dosage: { dose: { value: 3 } },
      effectivePeriod: { start: '2026-11-24T10:28:00.000-05:00', end: '2026-11-24T10:48:00.000-05:00' },
    });
    const notDone = all(rich, 'MedicationAdministration').filter(({ status }) => status === 'not-done');
    expect(notDone).toHaveLength(1);
    expect(all(rich, 'MedicationAdministration')).toHaveLength(6);
  });

  test('[EXP-3] gives a sign that could not be taken with its reason, never as normal', () => {
    const [pressure, saturation] = fromEntry(ids.refused);
    expect(JSON.stringify(pressure?.component)).toContain('asked-declined');
    expect(saturation).toMatchObject({ dataAbsentReason: { coding: [{ code: 'not-performed' }] } });
    expect(saturation?.valueQuantity).toBeUndefined();
  });

  test('[EXP-4] keeps every fullUrl from one export to the next, and another clinic has its own identifiers', () => {
    const later = fhirBundle(recordOf(richSession, { exportedAt: '2026-12-01T09:00:00.000Z' }));
    expect(later.entry).toEqual(rich.entry);
    expect(later.timestamp).not.toEqual(rich.timestamp);
    const urls = rich.entry.map(({ fullUrl }) => fullUrl);
    expect(new Set(urls).size).toBe(urls.length);
    expect(JSON.stringify(one(ids.dose).identifier)).toContain(
      `urn:tandem:clinic:${richSession.clinicId}:entry`,
    );
  });

  test('[EXP-5] holds no text that was removed, none that was withheld, and no markup that was typed', () => {
    expect(fromEntry(ids.redactedNote)).toEqual([]);
    expect(JSON.stringify(rich)).not.toContain('Aristotle');
    expect(JSON.stringify(rich)).toContain('request: 1 entry.');
    // Not signed: a lead does not read its notes.
    const forLead = fhirBundle(recordOf(richSession, { role: 'lead' }));
    expect(all(forLead, 'DocumentReference')).toEqual([]);
    expect(JSON.stringify(forLead)).toMatch(/Not shown to the role this copy was made for: \d+ entries/);
    const typed = richSession.entries.map((entry) =>
      entry.kind === 'note' && entry.data !== null
        ? { ...entry, data: { ...(entry.data as object), text: '<script>alert(1)</script> & "x"\u0000' } }
        : entry,
    );
    const divs = JSON.stringify(fhirBundle(recordOf(richSession, { entries: typed })).entry[0]);
    expect(divs).toContain('&lt;script&gt;');
    expect(divs).not.toMatch(/<script|\\u0000/);
  });

  test('[EXP-6] says who signed, what it covers, and that a demo is a demo', () => {
    const session = scenarioSession('uneventful');
    const bundle = fhirBundle(recordOf(session));
    const signatures = all(bundle, 'Provenance');
    expect(signatures).toHaveLength(2);
    const [signature] = (signatures[0]?.signature ?? []) as { data: string }[];
    const covered = JSON.parse(Buffer.from(signature?.data ?? '', 'base64').toString());
    expect(session.entries[covered.coversSeq - 1]?.hash).toBe(covered.coversHash);
    expect(bundle.entry[0]?.resource).toMatchObject({ status: 'final' });
    expect(bundle.entry[0]?.resource.attester).toHaveLength(2);
    expect(rich.entry[0]?.resource).toMatchObject({ status: 'preliminary' });
    // Locked, but by nobody's signature.
    const closed = fhirBundle(recordOf(closedSession));
    expect(fhirProblems(closed)).toEqual([]);
    expect(closed.entry[0]?.resource).toMatchObject({ status: 'preliminary' });
    expect(JSON.stringify(bundle.meta)).toContain('HTEST');
    expect(rich.meta).toBeUndefined();
  });
});

type Change = (bundle: FhirBundle) => void;
const loose = (resource: Resource | undefined) => resource as unknown as Record<string, unknown>;
const first = (bundle: FhirBundle, type: string) => loose(all(bundle, type)[0]);
const withCode = (bundle: FhirBundle, code: string) =>
  loose(all(bundle, 'Observation').find((one) => JSON.stringify(one.code).includes(code)));

/** Ten that must not pass, each by the sentence that names it. */
const bad: readonly [string, Change, RegExp][] = [
  [
    'two values at once',
    (b) => Object.assign(withCode(b, '8867-4'), { valueString: '88' }),
    /more than one value\[x\]/,
  ],
  [
    'a status that is none',
    (b) => Object.assign(first(b, 'Observation'), { status: 'done' }),
    /status done, which is none/,
  ],
  [
    'a reference that leads nowhere',
    (b) => Object.assign(first(b, 'Observation'), { subject: { reference: `urn:uuid:${uuid(9999)}` } }),
    /not in the bundle/,
  ],
  [
    'a reference to the wrong type',
    (b) => Object.assign(first(b, 'Observation'), { encounter: { reference: `urn:uuid:${uuid(20)}` } }),
    /Invalid reference: got "Patient/,
  ],
  [
    'a medicine with encounter in place of context',
    (b) => {
      const medicine = first(b, 'MedicationAdministration');
      medicine.encounter = medicine.context;
      delete medicine.context;
    },
    /in R4 it is context/,
  ],
  [
    'a pressure without its diastolic',
    (b) => {
      const panel = withCode(b, '85354-9');
      panel.component = (panel.component as unknown[]).slice(0, 1);
    },
    /no component 8462-4|component/,
  ],
  [
    'a vital sign without a time',
    (b) => {
      delete withCode(b, '8867-4').effectiveDateTime;
    },
    /effective/,
  ],
  [
    'SpO2 with one coding',
    (b) =>
      Object.assign(withCode(b, '2708-6'), {
        code: { coding: [{ system: 'http://loinc.org', code: '2708-6' }] },
      }),
    /one of its two codings/,
  ],
  [
    'a time without an offset',
    (b) =>
      Object.assign(first(b, 'MedicationAdministration'), { effectiveDateTime: '2026-11-24T10:12:00.000Z' }),
    /no offset/,
  ],
  [
    'an event without its required actuality',
    (b) => {
      delete first(b, 'AdverseEvent').actuality;
    },
    /actuality/,
  ],
  ['a field that FHIR does not know', (b) => Object.assign(first(b, 'Patient'), { mrn: '1' }), /mrn/],
  [
    'an estimated concentration',
    (b) => Object.assign(first(b, 'Observation'), { note: [{ text: '120 ng/mL' }] }),
    /holds an estimate/,
  ],
];

describe('a bundle that is wrong', () => {
  test.each(bad)('[EXP-7] is refused: %s', (_name, change, sentence) => {
    const bundle = structuredClone(rich);
    change(bundle);
    expect(fhirProblems(bundle).join('\n')).toMatch(sentence);
  });
});
