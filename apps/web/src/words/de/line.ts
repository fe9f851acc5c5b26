import type { roomWords } from '../room-words.ts';
import type { ToldSoFar } from '../told.ts';
import { entries } from './count.ts';

type English = typeof roomWords;

export const line = {
  label: 'Eingabezeile',
  record: 'Eintragen',
  readBack: 'Gegenlesen',
  chips: {
    'vital-signs': 'Vitalzeichen',
    dose: 'Dosis',
    note: 'Notiz',
    phase: 'Phase',
    'adverse-event': 'Ereignis',
  },
  // The line is typed in the same short forms in every language.
  examples: { note: 'beliebige Worte' },
  panels: {
    gate: 'Checkliste',
    scales: 'Skalen',
    event: 'Ereignisformular',
    'not-taken': 'Nicht gemessen',
    infusion: 'Infusion',
    'not-given': 'Nicht gegeben',
    waste: 'Verwurf',
    lozenge: 'Lutschtablette',
    discharge: 'Heimweg',
  },
  kind: 'Art des Eintrags',
  at: 'um',
  fellBack: 'Ein Teil davon wurde nicht als Daten verstanden, daher ist es eine Notiz.',
  takeOver: 'übernimmt es',
  mayNot: (kind) => `Ihre Rolle trägt dies nicht ein: ${kind}.`,
  whyLate: 'Warum verspätet?',
  lateHint: (howLong) =>
    `Das liegt ${howLong} zurück. Nennen Sie den Grund für den späten Eintrag, dann Enter.`,
  jump: (what) => `${what}. Erneut Enter trägt es ein wie eingegeben.`,
  jumpFrom: (name, from, to) => `${name} ${to}, zuletzt ${from}`,
  earlier: 'frühere Zeit',
  amendLast: 'meinen letzten berichtigen',
  noteMarks: '" Worte   # Thema   ~ Atem oder Affekt',
} satisfies ToldSoFar<English['line']>;

export const correct = {
  amend: 'Berichtigen',
  inError: 'Irrtümlich eingetragen',
  more: (what) => `Korrigieren: ${what}`,
  title: 'Berichtigen',
  time: 'Zeit',
  reason: 'Grund',
  save: 'Korrektur speichern',
  mark: 'Als irrtümlich kennzeichnen',
  noValue: 'Es bleibt nichts übrig. Ist der ganze Eintrag falsch, kennzeichnen Sie ihn als irrtümlich.',
  noChange: 'Es wurde nichts geändert.',
  reasonNeeded: 'Nennen Sie den Grund in wenigen Worten.',
  badTime: 'Schreiben Sie die Zeit als 10:40.',
  amended: (clock) => `berichtigt ${clock}, zuvor`,
  timeWas: (clock) => `um ${clock}`,
  retracted: (clock, reason) => `irrtümlich eingetragen ${clock}, ${reason}`,
  late: (clock, reason) => `eingetragen ${clock}, ${reason}`,
  offline: 'ohne Verbindung eingetragen',
  adopted: (name) => `eingetragen von ${name}, von einem Gerät übernommen`,
  offlineAsOf: (clock) => `ohne Verbindung eingetragen, geprüft gegen den Stand ${clock}`,
  moved: {
    title: (before, after) => `Das verschiebt die erste Dosis: aus ${before} wird ${after}.`,
    none: 'keine',
    baseline: 'Ausgangswert',
    sameBaseline: 'unverändert',
    notices: 'Hinweise',
    sameNotices: 'unverändert',
    raised: 'Neu',
    gone: 'Entfällt',
    changed: 'Geändert',
    confirm: 'Bestätigen und speichern',
  },
} satisfies ToldSoFar<English['correct']>;

export const save = {
  saved: 'Alles gespeichert',
  savedAgain: 'Es ist wieder alles gespeichert.',
  saving: 'Wird gespeichert…',
  kept: (count, oldest) => `${entries(count)} hier aufbewahrt${oldest === '' ? '' : `, ältester ${oldest}`}`,
  reconnecting: 'Verbindung wird hergestellt',
  offline: (clock) => `Ohne Verbindung seit ${clock}`,
  pageOnly: (count) => `${entries(count)} nur auf dieser Seite: bitte nicht schließen`,
  onPaper:
    'Diese Klinik trägt ohne Verbindung nichts ein. Schreiben Sie auf Papier; die Zeile kommt mit der Verbindung zurück.',
  cannot: 'Speichern nicht möglich: bitte auf Papier schreiben',
  cleared: 'Der Speicher dieses Browsers wurde geleert',
  notGiven: 'Sie wurde nicht gegeben',
  refused: (count) => `${entries(count)} nicht gespeichert`,
  waiting: 'wartet auf das Speichern',
  fix: 'Beheben',
  discard: 'Verwerfen',
  notStored: 'Nicht gespeichert.',
  lineFull: 'Tragen Sie zuerst ein, was in der Zeile steht, oder leeren Sie sie.',
} satisfies ToldSoFar<English['save']>;
