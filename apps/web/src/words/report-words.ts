import type { Role } from '@tandem/domain';

const things = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/** Sentences of the report of a session and of what is looked at before it is signed. */
export const reportWords = {
  title: 'Report',
  toRoom: 'Session room',
  toReplay: 'Replay',
  notYet: 'There is nothing to report before the session has started.',
  badge: {
    running: 'In session',
    draft: 'Draft, not signed',
    signed: 'Signed',
    closed: 'Closed, a signature is missing',
    cancelled: 'Cancelled',
  },
  born: (day: string, age: number) => `Born ${day} (${age}y)`,
  mrn: (mrn: string) => `MRN ${mrn}`,
  allergic: (items: string) => `Allergic: ${items}`,
  noAllergies: 'No known allergies',
  notAsked: 'Allergies not asked',
  weightUnknown: 'Weight unknown',
  span: (day: string, from: string, to: string | null) =>
    to === null ? `${day}, from ${from}` : `${day}, ${from} to ${to}`,
  facts: {
    title: 'Facts',
    ketamine: 'Ketamine',
    none: 'none given',
    pressure: 'BP before, highest, last',
    noReading: 'no reading',
    saturation: 'SpO₂ lowest',
    roomAir: 'room air',
    oxygen: (litres: number) => `${litres} L/min O₂`,
    vitals: 'Vitals on time',
    of: (n: number, of: number) => `${n} of ${of}`,
    noneDue: 'none were due',
    notices: 'Notices',
    counts: (high: number, medium: number) =>
      [high > 0 ? `${high} high` : '', medium > 0 ? `${medium} medium` : ''].filter(Boolean).join(', ') ||
      'none',
    seenWithin: (span: string) => `seen within ${span}`,
  },
  timeline: 'Timeline',
  entries: {
    title: 'What was recorded',
    all: 'All',
    clinical: 'Clinical',
    notes: 'Notes',
    none: 'Nothing was recorded.',
  },
  home: {
    title: (clock: string) => `Going home, ${clock}`,
    nothingGiven: 'Nothing was given: nothing is asked for.',
    leftWith: (who: string) => `Left with ${who}`,
  },
  meaning: {
    title: 'To keep',
    none: 'No words were kept and no shift was written down.',
    fromTo: (from: string, to: string) => `From “${from}” to “${to}”`,
  },
  signatures: {
    title: 'Signatures',
    none: 'Nobody has signed yet.',
    part: (role: string) => `${role}’s part`,
    missing: (role: string, names: string) =>
      names === '' ? `${role}’s part: not signed` : `${role}’s part: not signed. On the team: ${names}`,
    closedBy: (name: string, when: string) => `Closed by ${name}, ${when}`,
    stillOpen: 'Open when it was closed:',
  },
  addenda: { title: 'Addenda', none: 'None yet.' },
  before: {
    title: 'Before you sign',
    clear: 'Nothing is open.',
    here: 'This device',
    hereSaved: 'Everything is saved.',
    hereWaits: (count: number) =>
      `${things(count, 'entry waits', 'entries wait')} here and would not be under the signature.`,
    missingRange: (from: number, to: number) => `Entries ${from} to ${to} have not arrived here yet.`,
    stale: 'This screen is not current. Wait until it is.',
    complete: (count: number) => `All ${count} entries are here`,
    others: 'Other devices',
    present: (name: string, pending: number) =>
      pending === 0
        ? `${name} has it open, nothing waits there.`
        : `${name} has it open, ${things(pending, 'entry waits', 'entries wait')} there.`,
    lastSeen: (name: string, clock: string) =>
      `A device of ${name} last wrote at ${clock}. What it holds now is not known.`,
    noOthers: 'No other device has written here.',
    dose: 'Say why. It cannot be signed without.',
    infusion: (count: number) => `${things(count, 'infusion was', 'infusions were')} never stopped`,
    infusionHint: 'Record the stop in the session room.',
    notice: (clock: string) => `Raised ${clock}, without an outcome.`,
    lateCame: (due: string, came: string) => `Vital signs due ${due} came at ${came}`,
    lateNever: (due: string) => `Vital signs due ${due} were not taken`,
    lateHint: 'Write why, or sign as it is.',
    write: 'Write why',
    home: (count: number) =>
      `${things(count, 'thing', 'things')} for going home ${count === 1 ? 'was' : 'were'} open`,
    more: (count: number) => `and ${count} more`,
    partSigned: (name: string, clock: string) => `${name} signed ${clock}`,
    partOpen: (role: string) => `${role}’s part is not signed yet`,
    anyone: (role: string) => `Any ${role} of the clinic can sign it.`,
    teamCan: (names: string) => `On the team: ${names}.`,
  },
  sign: {
    as: (name: string) => `Sign as ${name}`,
    done: (role: string) => `The ${role}’s part is signed.`,
  },
  close: {
    title: 'Close without a signature',
    hint: 'For a session whose signer works here no more, or a week after its end. It is no signature: whose part is missing stays in sight, and changes are addenda from then on.',
    reason: 'Why nobody signs',
    button: 'Close session',
  },
  copies: {
    title: 'Take out a copy',
    purpose: 'What for',
    purposes: {
      treatment: 'Treatment',
      'client-request': 'The client asked for it',
      review: 'Review in the clinic',
      reporting: 'Reporting',
      legal: 'Legal',
    },
    files: [
      ['format=pdf', 'PDF'],
      ['format=pdf&variant=client', 'PDF for the client'],
      ['format=pdf&variant=going-home', 'Going-home sheet'],
      ['format=fhir', 'FHIR R4'],
      ['format=csv', 'CSV'],
      ['format=rems', 'REMS fields'],
      ['format=bundle', 'Bundle to verify'],
    ],
    asText: 'Copy as text:',
    texts: [
      ['physician', 'Physician'],
      ['therapist', 'Therapist'],
      ['table', 'Table'],
    ],
    working: 'Making the copy…',
    copied: 'The text is in the clipboard.',
    kept: 'Who took which copy, and what for, stands in the audit.',
    verifier: 'Verifier: one file that checks a bundle without a network',
  },
  check: {
    title: 'Record check',
    chain: (count: number) => `${things(count, 'entry', 'entries')} in one chain, none is missing.`,
    gap: 'Entries are missing on this screen. Do not sign.',
    how: 'The last seals. Whoever holds a copy can tell whether the record was changed after it.',
  },
} as const;

/** Whose part: "Physician". */
export const partName = (role: Role): string => role.charAt(0).toUpperCase() + role.slice(1);
