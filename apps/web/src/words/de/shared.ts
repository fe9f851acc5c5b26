import type { keyWords } from '../key-words.ts';
import type { noticeWords } from '../notice-words.ts';
import type { sharedWords } from '../shared-words.ts';
import type { Told } from '../told.ts';

export const shared = {
  seriesPlace: (number, of) => `Sitzung ${number} von ${of}`,
  keys: {
    move: 'bewegen',
    open: 'öffnen',
    replay: 'wiedergeben',
    filter: 'filtern',
    on: 'Tasten einschalten',
    off: 'Tasten ausschalten',
  },
  asOf: { clock: (clock) => `Stand ${clock}.`, refresh: 'Aktualisieren' },
  findClient: {
    button: 'Klient suchen',
    label: 'Name, Patientennummer oder Geburtsdatum',
    recent: 'Zuletzt geöffnet',
    all: 'Klienten',
    more: (count) => `${count} weitere. Geben Sie mehr Buchstaben ein.`,
    sameName: (count, name) =>
      `${count} Klienten heißen ${name}. Prüfen Sie Vornamen, Geburtsdatum und Patientennummer.`,
    noMrn: 'keine Patientennummer',
    none: (text) => `Kein Klient passt zu „${text}“.`,
    empty: 'Noch keine Klienten.',
  },
  device: {
    title: 'Dieses Gerät',
    stands: (room) => `Dieses Gerät steht in ${room}`,
    nowhere: 'In keinem Raum',
    thisRoom: 'Dieser Raum',
    elsewhere: (room) => `Diese Sitzung ist in ${room}.`,
    withoutRoom: 'Diese Sitzung hat keinen Raum.',
    goBack: (room) => `Zurück zur Sitzung in ${room}`,
    kept: 'Auf diesem Gerät gespeichert, für alle, die es benutzen.',
    notKept: 'Dieser Browser bewahrt nichts auf, es ist nach dem nächsten Laden vergessen.',
  },
} satisfies Told<typeof sharedWords>;

export const notices = {
  notices: {
    title: 'Hinweise',
    priorities: { high: 'Hoch', medium: 'Mittel', low: 'Niedrig' },
    at: (sentence, clock) => `${sentence} · ${clock}`,
    due: (clock) => `Vitalzeichen waren um ${clock} fällig`,
    lateBy: (minutes) => (minutes < 1 ? 'überfällig' : `${minutes} min überfällig`),
    correctedSince: 'zu einem inzwischen korrigierten Wert',
    emergency: 'Notfall',
    fetch: 'Ärztin oder Arzt holen',
    seenBy: (names) => `Gesehen von ${names}`,
    seenAt: (name, clock) => `${name} ${clock}`,
    recheckBy: (clock) => `Kontrolle bis ${clock}`,
    again: 'Erneut gemeldet: noch keine Kontrolle',
    back: (clock) => `Wieder im Bereich seit ${clock}`,
    outcomeAt: (outcome, clock) => `${outcome} · ${clock}`,
    askOutcome: 'Vor dem Abzeichnen ein Ergebnis eintragen',
    recheck: 'Jetzt kontrollieren',
    take: 'Vitalzeichen messen',
    seen: 'Gesehen',
    outcome: 'Ergebnis',
    outcomeLabel: 'Was getan wurde oder warum es so bleibt',
    save: 'Ergebnis eintragen',
    more: (count) => `${count} weitere`,
    fewer: 'Weniger',
    moreOnToday: (count) => `${count} weitere unter Heute`,
    otherRooms: 'Hinweise aus anderen Räumen',
    elsewhere: (room, name) => `${room}, ${name}`,
  },
} satisfies Told<typeof noticeWords>;

export const keys = {
  open: 'alle Tasten',
  caps: { control: 'Strg', escape: 'Esc', tab: 'Tab', space: 'Leertaste' },
} satisfies Told<typeof keyWords>;
