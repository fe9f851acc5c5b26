import type { reportWords } from '../report-words.ts';
import type { ToldSoFar } from '../told.ts';
import { counted, entries } from './count.ts';

/** The report of a session, and what is looked at before it is signed. */
export const report = {
  title: 'Bericht',
  toRoom: 'Sitzungsraum',
  toReplay: 'Verlauf abspielen',
  notYet: 'Vor Beginn der Sitzung gibt es nichts zu berichten.',
  badge: {
    running: 'Sitzung läuft',
    draft: 'Entwurf, nicht abgezeichnet',
    signed: 'Abgezeichnet',
    closed: 'Abgeschlossen, eine Unterschrift fehlt',
    cancelled: 'Abgesagt',
  },
  born: (day, age) => `Geboren ${day} (${age} J.)`,
  mrn: (mrn) => `Patientennr. ${mrn}`,
  allergic: (items) => `Allergien: ${items}`,
  noAllergies: 'Keine Allergien bekannt',
  notAsked: 'Allergien nicht erfragt',
  weightUnknown: 'Gewicht unbekannt',
  span: (day, from, to) => (to === null ? `${day}, ab ${from}` : `${day}, ${from} bis ${to}`),
  facts: {
    title: 'Auf einen Blick',
    ketamine: 'Ketamin',
    none: 'nichts gegeben',
    pressure: 'RR vorher, höchster, letzter',
    noReading: 'keine Messung',
    saturation: 'SpO₂ niedrigste',
    roomAir: 'Raumluft',
    oxygen: (litres) => `${litres} L/min O₂`,
    vitals: 'Vitalzeichen pünktlich',
    of: (n, of) => `${n} von ${of}`,
    noneDue: 'keine waren fällig',
    notices: 'Hinweise',
    counts: (high, medium) =>
      [high > 0 ? `${high} hoch` : '', medium > 0 ? `${medium} mittel` : ''].filter(Boolean).join(', ') ||
      'keine',
    seenWithin: (span) => `gesehen innerhalb von ${span}`,
  },
  timeline: 'Zeitverlauf',
  entries: {
    title: 'Was eingetragen wurde',
    all: 'Alles',
    clinical: 'Medizinisches',
    notes: 'Notizen',
    none: 'Nichts wurde eingetragen.',
  },
  home: {
    title: (clock) => `Heimweg, ${clock}`,
    nothingGiven: 'Es wurde nichts gegeben: nichts wird verlangt.',
    leftWith: (who) => `Gegangen mit ${who}`,
  },
  meaning: {
    title: 'Zum Mitnehmen',
    none: 'Keine Worte zum Mitnehmen und keine Wandlung wurden aufgeschrieben.',
    fromTo: (from, to) => `Von „${from}“ zu „${to}“`,
  },
  signatures: {
    title: 'Unterschriften',
    none: 'Noch niemand hat abgezeichnet.',
    part: (role) => `Teil: ${role}`,
    missing: (role, names) =>
      names === ''
        ? `Teil: ${role}, nicht abgezeichnet`
        : `Teil: ${role}, nicht abgezeichnet. Im Team: ${names}`,
    closedBy: (name, when) => `Abgeschlossen von ${name}, ${when}`,
    stillOpen: 'Offen beim Abschluss:',
  },
  addenda: { title: 'Nachträge', none: 'Noch keine.' },
  before: {
    title: 'Vor dem Abzeichnen',
    clear: 'Nichts ist offen.',
    here: 'Dieses Gerät',
    hereSaved: 'Alles ist gespeichert.',
    hereWaits: (count) =>
      `${entries(count)} ${count === 1 ? 'wartet' : 'warten'} hier und ${count === 1 ? 'wäre' : 'wären'} nicht unter der Unterschrift.`,
    missingRange: (from, to) => `Die Einträge ${from} bis ${to} sind hier noch nicht angekommen.`,
    stale: 'Dieser Bildschirm ist nicht aktuell. Warten Sie, bis er es ist.',
    complete: (count) => `Alle ${count} Einträge sind hier`,
    others: 'Andere Geräte',
    present: (name, pending) =>
      pending === 0
        ? `${name} hat die Sitzung offen, dort wartet nichts.`
        : `${name} hat die Sitzung offen, dort ${pending === 1 ? 'wartet' : 'warten'} ${entries(pending)}.`,
    lastSeen: (name, clock) =>
      `Ein Gerät von ${name} schrieb zuletzt um ${clock}. Was es jetzt enthält, ist nicht bekannt.`,
    noOthers: 'Kein anderes Gerät hat hier geschrieben.',
    dose: 'Sagen Sie, warum. Ohne das kann nicht abgezeichnet werden.',
    infusion: (count) => `${counted(count, 'Infusion wurde', 'Infusionen wurden')} nie beendet`,
    infusionHint: 'Tragen Sie das Ende im Sitzungsraum ein.',
    notice: (clock) => `Aufgetreten ${clock}, ohne Ergebnis.`,
    lateCame: (due, came) => `Vitalzeichen, fällig ${due}, kamen um ${came}`,
    lateNever: (due) => `Vitalzeichen, fällig ${due}, wurden nicht gemessen`,
    lateHint: 'Schreiben Sie, warum, oder zeichnen Sie ab, wie es ist.',
    write: 'Grund schreiben',
    home: (count) =>
      `${counted(count, 'Punkt', 'Punkte')} für den Heimweg ${count === 1 ? 'war' : 'waren'} offen`,
    more: (count) => `und ${count} weitere`,
    partSigned: (name, clock) => `${name} hat ${clock} abgezeichnet`,
    partOpen: (role) => `Teil: ${role}, noch nicht abgezeichnet`,
    anyone: (role) => `Wer in der Klinik diese Rolle hat, kann abzeichnen: ${role}.`,
    teamCan: (names) => `Im Team: ${names}.`,
  },
  sign: {
    as: (name) => `Abzeichnen als ${name}`,
    done: (role) => `Dieser Teil ist abgezeichnet: ${role}.`,
  },
  close: {
    title: 'Ohne Unterschrift abschließen',
    hint: 'Für eine Sitzung, bei der niemand mehr hier arbeitet, der abzeichnen könnte, oder eine Woche nach ihrem Ende. Es ist keine Unterschrift: wessen Teil fehlt, bleibt sichtbar, und Änderungen sind von da an Nachträge.',
    reason: 'Warum niemand abzeichnet',
    button: 'Sitzung abschließen',
  },
  copies: {
    title: 'Eine Kopie mitnehmen',
    purpose: 'Wofür',
    purposes: {
      treatment: 'Behandlung',
      'client-request': 'Die Klientin oder der Klient bat darum',
      review: 'Durchsicht in der Klinik',
      reporting: 'Meldung',
      legal: 'Rechtliches',
    },
    files: [
      ['format=pdf', 'PDF'],
      ['format=pdf&variant=client', 'PDF zum Mitgeben'],
      ['format=pdf&variant=going-home', 'Blatt für zu Hause'],
      ['format=fhir', 'FHIR R4'],
      ['format=csv', 'CSV'],
      ['format=rems', 'REMS-Felder'],
      ['format=bundle', 'Bündel zum Prüfen'],
    ],
    card: 'Karte zum Mitnehmen',
    asText: 'Als Text kopieren:',
    texts: [
      ['physician', 'Ärztlich'],
      ['therapist', 'Therapeutisch'],
      ['table', 'Tabelle'],
    ],
    working: 'Die Kopie wird gemacht …',
    copied: 'Der Text ist in der Zwischenablage.',
    kept: 'Wer welche Kopie nahm, und wofür, steht im Protokoll der Zugriffe.',
    verifier: 'Prüfer: eine Datei, die ein Bündel ohne Netz prüft',
  },
  card: {
    title: 'Karte zum Mitnehmen',
    hint: 'Eine Karte in A6, in großer Schrift, mit Tag und Klinik. Darauf steht kein Name eines Menschen, kein Wert und kein Medikament, außer was die Worte selbst sagen.',
    choose: 'Was darauf steht',
    kinds: {
      words: 'Worte zum Mitnehmen',
      'from-to': 'Von und zu',
      insight: 'Einsicht, der zugestimmt wurde',
    },
    none: 'Keine Worte zum Mitnehmen, keine Wandlung und keine Einsicht wurden aufgeschrieben.',
    courseUnread: 'Was zwischen den Sitzungen geschrieben wurde, konnte nicht gelesen werden; es fehlt hier.',
    preview: 'Die Karte, wie sie gedruckt wird',
    tooLong: 'Mehr Worte, als auf eine Karte passen. Wählen Sie weniger.',
    most: (count) => `Auf einer Karte stehen höchstens ${count}.`,
    make: 'Karte erstellen',
    back: 'Zurück',
  },
  check: {
    title: 'Prüfung der Aufzeichnung',
    chain: (count) => `${entries(count)} in einer Kette, keiner fehlt.`,
    gap: 'Auf diesem Bildschirm fehlen Einträge. Zeichnen Sie nicht ab.',
    how: 'Die letzten Siegel. Wer eine Kopie hat, kann erkennen, ob die Aufzeichnung danach geändert wurde.',
  },
} satisfies ToldSoFar<typeof reportWords>;
