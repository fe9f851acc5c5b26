import type { roomWords } from '../room-words.ts';
import type { ToldSoFar } from '../told.ts';
import { chart } from './chart.ts';
import { counted, entries } from './count.ts';
import { dose } from './dose.ts';
import { correct, line, save } from './line.ts';

const doses = (count: number) => counted(count, 'Dosis', 'Dosen');

export const room = {
  room: {
    back: 'Zurück zu Heute',
    born: 'Geboren',
    mrn: 'Patientennr.',
    weight: 'Gewicht',
    weightUnknown: 'nicht bekannt',
    allergies: 'Allergien',
    allergyWords: { 'not-asked': 'nicht erfragt', 'none-known': 'Keine bekannt' },
    inSession: 'In Sitzung',
    plannedFor: 'Geplant für',
    lasted: 'Dauer',
    arc: 'Wirkverlauf',
    expectedAt: (phase, clock) => `${phase} erwartet gegen ${clock}`,
    expectedShort: (phase, clock) => `${phase} gegen ${clock}`,
    expectedNow: (phase) => `${phase} etwa jetzt`,
    setPhase: (phase) => `${phase} jetzt beginnen`,
    otherPhase: 'Andere Phase',
    undoPhase: (phase) => `${phase} zurücknehmen`,
    phaseUndone: 'Versehentlich gesetzt',
    noPhase: 'Nicht gesetzt',
    ketamine: 'Ketamin gegeben',
    noMedicine: 'noch keines gegeben',
    sinceLast: (clock) => `${clock} seit letzter Dosis`,
    running: (rate) => `läuft mit ${rate}`,
    atLeast: (amount) => `mindestens ${amount}`,
    asOf: (clock) => `Stand ${clock}`,
    keptCounted: (count) => `${count} nicht gespeichert, mitgezählt`,
    inError: (count, clock) => `${doses(count)} irrtümlich eingetragen ${clock}`,
    from: (clock) => `ab ${clock}`,
    nextVitals: 'Nächste Vitalzeichen',
    dueNow: 'Jetzt fällig',
    late: (howLong) => `${howLong} überfällig`,
    dueAt: (clock) => `fällig ${clock}`,
    wereDueAt: (clock) => `fällig seit ${clock}`,
    thenAt: (clock) => `danach ${clock}`,
    lastVitals: 'Letzte Vitalzeichen',
    noVitals: 'Noch keine',
    baseline: 'Tragen Sie Ausgangswerte ein, um die Grenzen dieser Sitzung zu setzen.',
    log: 'Gemeinsames Protokoll',
    unseen: (count) => `${count} neu`,
    logEmpty: 'Notizen und Vitalzeichen aller im Raum erscheinen hier.',
    filters: { all: 'Alle', clinical: 'Klinisch', notes: 'Notizen' },
    filter: 'Anzeigen',
    withheld: 'Für Ihre Rolle nicht sichtbar',
    newer: (count) => `${count} neuere unten`,
    completeTo: (seq) => `Vollständig bis #${seq}`,
    missing: (from, to) =>
      from === to
        ? `Eintrag ${from} fehlt hier. Wird erneut angefragt.`
        : `Einträge ${from} bis ${to} fehlen hier. Werden erneut angefragt.`,
    othersMissing: 'Einträge anderer fehlen möglicherweise.',
    planned: (when) =>
      `Geplant für ${when}. Vitalzeichen und Notizen können eingetragen werden, Dosen erst nach Beginn.`,
    ended: (when, how) => `Beendet ${when}: ${how}. Bis zum Abzeichnen können Einträge ergänzt werden.`,
    partSigned: (role, name, when) => `Teil ${role} abgezeichnet ${when} von ${name}.`,
    partOpen: (role) => `Teil ${role} ist offen.`,
    signed: (when, names) => `Abgezeichnet ${when} von ${names}. Änderungen sind jetzt Nachträge.`,
    cancelled: (why) => `Abgesagt: ${why}`,
    readOnly: 'Ihre Rolle liest diese Sitzung und trägt nichts ein.',
    addendum: 'Nachtrag',
    addAddendum: 'Nachtrag hinzufügen',
    goingHome: 'Bereit für den Heimweg?',
  },
  presence: {
    title: 'In diesem Raum',
    inRoom: (names) => `In diesem Raum: ${names}`,
    you: 'Sie',
    active: 'jetzt aktiv',
    lastSeen: (clock) => `zuletzt gesehen ${clock}`,
    notNow: 'Nach der letzten Nachricht des Servers.',
    writing: {
      'vital-signs': (name) => `${name} gibt Vitalzeichen ein`,
      dose: (name) => `${name} bereitet eine Dosis vor`,
      note: (name) => `${name} schreibt eine Notiz`,
    },
    waiting: (count, name) =>
      `${entries(count)} ${count === 1 ? 'wartet' : 'warten'} auf dem Gerät von ${name}`,
  },
  chart,
  line,
  dose,
  vitals: { roomAir: 'Raumluft' },
  event: {
    serious: 'Schwerwiegend',
    related: {
      unrelated: 'Kein Zusammenhang',
      possible: 'Zusammenhang möglich',
      probable: 'Zusammenhang wahrscheinlich',
      definite: 'Zusammenhang sicher',
    },
  },
  correct,
  save,
} satisfies ToldSoFar<typeof roomWords>;
