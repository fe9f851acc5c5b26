import type { estimateWords } from '../../room/estimate/estimate-words.ts';
import type { keptWords } from '../kept-words.ts';
import type { ToldSoFar } from '../told.ts';
import { entries } from './count.ts';

export const kept = {
  title: 'Auf diesem Gerät aufbewahrt',
  own: 'Ihre',
  nothing: 'Von Ihnen wartet hier nichts: alles ist gespeichert.',
  goes: 'Sie werden in dieser Reihenfolge von selbst gesendet, sobald der Server antwortet.',
  states: {
    waits: 'wartet auf das Speichern',
    otherRole: (role) => `wartet, bis Sie wieder in der Rolle ${role} tätig sind`,
    otherEpoch:
      'von vor der Wiederherstellung der Datenbank: wird nicht gesendet. Exportieren Sie es, vergleichen Sie es mit der Aufzeichnung, und tragen Sie es neu ein, falls es fehlt',
    refused: (sentence) => `nicht gespeichert: ${sentence}`,
    exported: 'in einer Datei',
    pageOnly: 'nur auf dieser Seite',
  },
  pageOnly: (count) =>
    `${entries(count)} nur auf dieser Seite, weil dieser Browser nichts aufbewahrt. Schließen oder laden Sie sie nicht neu, bevor alles gespeichert ist, oder exportieren Sie in eine Datei.`,
  cleared: 'Der Speicher dieses Browsers wurde geleert. Was diese Seite kennt, wurde erneut aufbewahrt.',
  gone: (count, name) =>
    `${entries(count)} von ${name}, hier aufbewahrt, ${count === 1 ? 'ist' : 'sind'} verloren. Sagen Sie es ${name}.`,
  others: 'Von anderen',
  theirs: (name) => `Wird gesendet, wenn sich ${name} hier anmeldet.`,
  left: (name) => `${name} arbeitet nicht mehr hier.`,
  takeOver: 'Übernehmen',
  takeOverNow: (count, name) =>
    count === 1
      ? `Sie werden Autor dieses Eintrags; dass ${name} ihn eingetragen hat, bleibt vermerkt.`
      : `Sie werden Autor dieser ${count} Einträge; dass ${name} sie eingetragen hat, bleibt bei jedem vermerkt.`,
  taken: (count) => `${entries(count)} übernommen.`,
  export: 'In eine Datei exportieren',
  exportHint:
    'Die Datei enthält klinische Angaben, die jeder lesen kann. Bewahren Sie sie auf wie eine Akte.',
  remove: 'Entfernen',
  since: (howLong) => (howLong === '0 min' ? 'seit weniger als einer Minute' : `seit ${howLong}`),
  close: 'Schließen',
} satisfies ToldSoFar<typeof keptWords>;

export const estimate = {
  title: 'Ketamin, Schätzung',
  range: (low, high) => `etwa ${low} bis ${high} ng/mL`,
  at: (clock) => `um ${clock}`,
  short: 'Keine Messung.',
  ask: 'Was ist das?',
  about: 'Eine Schätzung, keine Messung',
  given: (amount) => `gegeben ${amount}`,
  summary: (given) =>
    `Ketamin, Schätzung. Ein Band vom halben bis zum doppelten Wert eines veröffentlichten Modells, keine Messung. ${given}`,
  shorter: {
    off: 'Keine Schätzung: aus',
    'no-dose': 'Keine Schätzung: keine Dosis',
    esketamine: 'Keine Schätzung: Esketamin',
    'no-weight': 'Keine Schätzung: kein Gewicht',
    'unmodelled-route': 'Keine Schätzung: dieser Weg',
  },
} satisfies ToldSoFar<typeof estimateWords>;
