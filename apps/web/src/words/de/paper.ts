import type { paperWords } from '../paper-words.ts';
import type { Told } from '../told.ts';

/** Making forms on paper. */
export const paper = {
  title: 'Papierbögen',
  why: 'Zum Schreiben, wenn Tandem nicht erreichbar ist. Drucken Sie sie, bevor der Tag beginnt: danach ist es zu spät.',
  what: 'Ein Bogen für jede Sitzung, die an diesem Tag geplant ist oder läuft, und ein leerer. Drucken Sie beidseitig.',
  afterwards:
    'Was darauf geschrieben wurde, wird danach in Tandem übertragen, unter „Früher begonnen“ der Sitzung.',
  date: 'Tag',
  language: 'Sprache des Bogens',
  badDate: 'Wählen Sie einen Tag.',
  make: 'PDF erstellen',
  making: 'Die Bögen werden erstellt …',
  made: (forms) =>
    forms === 0
      ? 'Erstellt: ein leerer Bogen. An diesem Tag ist keine Sitzung geplant.'
      : `Erstellt: ${forms} ${forms === 1 ? 'Bogen' : 'Bögen'} und ein leerer.`,
  leftOut: (count) =>
    count === 1
      ? '1 Sitzung ist für Sie nicht sichtbar: bitten Sie jemanden aus ihrem Team um den Bogen.'
      : `${count} Sitzungen sind für Sie nicht sichtbar: bitten Sie jemanden aus ihrem Team um die Bögen.`,
  close: 'Schließen',
} satisfies Told<typeof paperWords>;
