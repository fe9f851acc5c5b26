import {
  adverseEventLabel,
  type DataOf,
  dischargeOf,
  formatMg,
  ketamineGiven,
  type SessionState,
  standing,
  studyAdministrations,
} from '@tandem/domain';
import { clinicTime } from '../clinic-time.ts';
import { BYTE_ORDER_MARK, csvLines } from '../csv/lines.ts';
import type { SessionRecord } from '../session-record.ts';
import { pressuresOf, sedation } from './rems-facts.ts';

/** One field of the form. What Tandem does not know is null, with the reason: never a guess, never an empty "no". */
export interface RemsField {
  readonly value: string | number | boolean | null;
  readonly unknownBecause?: string;
}
type Group = Readonly<Record<string, RemsField>>;

export interface RemsSummary {
  readonly protocol: 'spravato-rems';
  /** Shaped like the Patient Monitoring Form (clinical.md 1.1); it is no submission. */
  readonly note: string;
  readonly sessionId: string;
  readonly groups: Readonly<Record<string, Group>>;
}

const known = (value: string | number | boolean): RemsField => ({ value });
const unknown = (unknownBecause: string): RemsField => ({ value: null, unknownBecause });
const orUnknown = (value: string | number | boolean | null, why: string): RemsField =>
  value === null ? unknown(why) : known(value);

const notKept = 'Not kept in Tandem';
const oneName = 'Tandem keeps the name of a person who works here as one text';
const medicines = 'Medicines are typed in words: nobody classified them';
const personSays = 'No such event is recorded; whether there was none is for a person to say';
const noDose = 'No dose was given';
const MINUTE = 60_000;

/** The fields of the form, in its groups, from what the record holds. */
export function remsSummary(record: SessionRecord): RemsSummary {
  const { client, clinic, state } = record;
  return {
    protocol: 'spravato-rems',
    note: 'Shaped like the REMS Patient Monitoring Form, to copy from. It was submitted to nobody.',
    sessionId: record.session.id,
    groups: {
      patient: {
        firstName: known(client.givenName),
        middleInitial: unknown(notKept),
        lastName: known(client.familyName),
        birthDate: known(client.birthDate),
        sex: client.sex === 'unknown' ? unknown('Recorded as not known') : known(client.sex),
        firstTreatment: unknown('Treatments elsewhere are not known here'),
        enrolled: unknown(notKept),
      },
      concomitantMedicines: {
        benzodiazepines: unknown(medicines),
        sedativeHypnotics: unknown(medicines),
        opioids: unknown(medicines),
        psychostimulants: unknown(medicines),
        maoInhibitors: unknown(medicines),
      },
      monitoringClinician: clinician(record),
      setting: {
        name: known(clinic.name),
        address: unknown(notKept),
        city: unknown(notKept),
        state: unknown(notKept),
        zip: unknown(notKept),
      },
      session: sessionGroup(record),
      duration: duration(state),
      vitals: vitals(state),
      events: events(state),
    },
  };
}

function clinician({ team }: SessionRecord): Group {
  const physician = team.find(({ role }) => role === 'physician');
  return {
    name: orUnknown(physician?.name ?? null, 'No physician is on the team of this session'),
    firstName: unknown(oneName),
    lastName: unknown(oneName),
    phone: unknown(notKept),
    email: unknown('Not part of the record of a session'),
  };
}

function sessionGroup({ state, session, clinic }: SessionRecord): Group {
  const given = studyAdministrations(state, Number.POSITIVE_INFINITY).filter(
    ({ drug }) => drug === 'esketamine',
  );
  const micrograms = given.reduce((sum, one) => sum + one.micrograms, 0);
  const lots = standing(state, 'dose').flatMap(({ data }) =>
    data.drug === 'esketamine' && data.lot !== undefined ? [data.lot] : [],
  );
  const { totalMicrograms, doses } = ketamineGiven(state);
  const other = doses === 0 ? noDose : `No esketamine was given; ketamine ${formatMg(totalMicrograms)} was`;
  return {
    treatmentDate: orUnknown(
      session.startedAt === null ? null : clinicTime(clinic.timeZone).offset(session.startedAt).slice(0, 10),
      'The session has not started',
    ),
    esketamineMg: micrograms === 0 ? unknown(other) : known(micrograms / 1000),
    lotNumber: orUnknown(lots.length === 0 ? null : [...new Set(lots)].join(', '), 'No lot was recorded'),
  };
}

function duration(state: SessionState): Group {
  const [first] = studyAdministrations(state, Number.POSITIVE_INFINITY);
  const minutes =
    first === undefined || state.endedAt === null
      ? null
      : Math.floor((Date.parse(state.endedAt) - first.startMs) / MINUTE);
  const why = first === undefined ? noDose : 'The session has not ended';
  return {
    minutesFromFirstDevice: orUnknown(minutes, why),
    atLeast120Minutes: orUnknown(minutes === null ? null : minutes >= 120, why),
    minutesUntilReadyWithoutMinimum: unknown('Nobody records when the client would have been ready'),
  };
}

function vitals(state: SessionState): Group {
  const { before, about40, last } = pressuresOf(state);
  const controlled = standing(state, 'checklist')
    .flatMap(({ data }) => data.answers)
    .findLast(({ item }) => item === 'pressure-controlled');
  const steady =
    state.endedAt === null
      ? undefined
      : dischargeOf(state, Date.parse(state.endedAt)).items.find(({ key }) => key === 'pressure-steady');
  return {
    acceptableBefore: orUnknown(
      controlled === undefined || controlled.result === 'not-applicable'
        ? null
        : controlled.result === 'fulfilled',
      'The row about uncontrolled hypertension was not answered',
    ),
    acceptableBeforeCompletion: orUnknown(steady?.met ?? null, 'The session has not ended'),
    pressureBefore: orUnknown(before, 'No pressure before the first dose'),
    pressureAt40Minutes: orUnknown(about40, 'No pressure 30 to 60 min after the first dose'),
    pressureBeforeCompletion: orUnknown(last, 'No pressure from 90 min after the first dose on'),
  };
}

function events(state: SessionState): Group {
  const all = standing(state, 'adverse-event');
  const any = (...terms: string[]) => (all.some(({ data }) => terms.includes(data.term)) ? true : null);
  const serious = all.filter(({ data }) => data.serious === true);
  return {
    sedation: orUnknown(sedation(state), 'MOAA/S was not scored after the dose'),
    dissociation: orUnknown(any('dissociation_distressing'), personSays),
    respiratoryDepression: orUnknown(any('resp_depression', 'apnea'), personSays),
    seriousEvents: orUnknown(
      serious.length === 0 ? null : serious.map(({ data }) => eventWords(data)).join('; '),
      personSays,
    ),
  };
}

function eventWords({ term, grade, onsetAt, endedAt, outcome }: DataOf<'adverse-event'>): string {
  const span = [
    onsetAt === undefined ? null : `from ${onsetAt}`,
    endedAt === undefined ? null : `to ${endedAt}`,
  ];
  return [`${adverseEventLabel(term)}, grade ${grade}`, ...span, outcome]
    .filter((part) => part !== null && part !== undefined)
    .join(', ');
}

/** The same, one field a row: group, field, value, why it is not known. */
export function remsCsv(record: SessionRecord): string {
  const { groups } = remsSummary(record);
  const rows = Object.entries(groups).flatMap(([group, fields]) =>
    Object.entries(fields).map(([field, { value, unknownBecause }]) => [
      group,
      field,
      typeof value === 'boolean' ? (value ? 'yes' : 'no') : value,
      unknownBecause ?? '',
    ]),
  );
  return BYTE_ORDER_MARK + csvLines([['group', 'field', 'value', 'not known because'], ...rows]);
}
