import type { BackupProblem } from '@tandem/wire';
import type { healthWords } from '../health-words.ts';
import type { ToldSoFar } from '../told.ts';

const problems: Record<BackupProblem, string> = {
  'no-folder': 'der Ordner ist nicht da. Ist das Laufwerk angeschlossen?',
  'no-room': 'auf dem Laufwerk ist kein Platz mehr.',
  'not-allowed': 'der Server darf nicht in den Ordner schreiben.',
  database: 'die Datenbank antwortete nicht.',
  damaged: 'was geschrieben wurde, ließ sich nicht zurücklesen. Vielleicht versagt das Laufwerk.',
  other: 'das Protokoll des Servers sagt, warum.',
};

/** Whether what is confirmed is kept. */
export const health = {
  title: 'Zustand',
  link: 'Datenbank und Sicherungen',
  intro: 'Ob erhalten bleibt, was bestätigt ist. Wird alle 10 Sekunden erneut gefragt.',
  loading: 'Der Server wird gefragt.',
  again: 'Erneut versuchen',
  list: 'Datenbank und Sicherungen',
  attention: 'Jemand wird gebraucht',
  database: {
    what: 'Datenbank',
    well: 'Antwortet und speichert',
    wellNote: 'Ein Probeeintrag erreichte ihr Laufwerk.',
    readOnly: 'Antwortet, kann aber nicht speichern',
    readOnlyNote:
      'Vielleicht ist ihr Laufwerk voll, oder sie ist auf Nur-Lesen gestellt. Schreiben Sie auf Papier, bis es behoben ist.',
    silent: 'Antwortet nicht',
    silentNote:
      'Nichts kann gespeichert werden. Schreiben Sie auf Papier, und rufen Sie, wer den Server betreibt.',
  },
  backup: {
    what: 'Neueste Sicherung',
    ago: (hours) => {
      if (hours < 1) return 'Vor weniger als einer Stunde';
      return hours < 72 ? `Vor ${Math.floor(hours)} h` : `Vor ${Math.floor(hours / 24)} Tagen`;
    },
    at: (day, clock) => `${day}, ${clock}`,
    never: 'Nie',
    verified: 'Zurückgelesen und geprüft',
    unverified:
      'Nicht geprüft: rufen Sie auf dem Server npm run verify auf, und behalten Sie die älteren Sicherungen.',
    firstComes:
      'Die erste entsteht etwa eine Minute nach dem Start. Kommt keine, sehen Sie nach, ob in ihren Ordner geschrieben werden kann.',
    late: 'Sicherungen sollten höchstens einen Tag alt sein. Sehen Sie nach, ob der Server nachts läuft und in ihren Ordner geschrieben werden kann, oder machen Sie jetzt eine: npm run backup -- FILE',
    off: 'Dieser Server macht keine. Setzen Sie BACKUP_DIR und starten Sie ihn neu, oder sorgen Sie dafür, dass es tut, wer die Datenbank betreibt.',
    failed: (problem) =>
      `Der letzte Versuch scheiterte: ${problems[problem]} Jede Stunde wird es wieder versucht.`,
  },
  place: {
    what: 'Wo',
    nightly: (clock) => `Jede Nacht um ${clock} nach der Uhr des Servers`,
    none: 'Nirgends',
    keys: 'Schlüssel sind nicht darin: bewahren Sie eine Kopie davon getrennt auf.',
  },
  second: {
    what: 'Zweiter Ort',
    off: 'Keiner',
    offNote:
      'Ein Laufwerk ist ein Brand. BACKUP_SECOND_DIR nennt einen anderen Ort, etwa ein Laufwerk, das das Haus verlässt.',
    'none-yet': 'Noch nichts kopiert',
    copied: 'Kopiert',
    failed: 'Nicht kopiert',
    failedNote: (problem) =>
      `Die letzte Kopie scheiterte: ${problems[problem]} Die Sicherung selbst ist gemacht.`,
  },
} satisfies ToldSoFar<typeof healthWords>;
