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

/** Whether what is confirmed is kept, and can go on being kept. */
export const health = {
  title: 'Zustand',
  link: 'Datenbank, Sicherungen, Server',
  intro:
    'Ob erhalten bleibt, was bestätigt ist, und ob dieser Server es weiter erhalten kann. Wird alle 10 Sekunden erneut gefragt.',
  loading: 'Der Server wird gefragt.',
  again: 'Erneut versuchen',
  list: 'Datenbank, Sicherungen, Server',
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
  disk: {
    what: { data: 'Platz für Daten', backup: 'Platz für Sicherungen', second: 'Platz für Kopien' },
    free: (free, total) => `${free} von ${total} frei`,
    unknown: 'Nicht bekannt',
    unknownNote: 'Der Ordner ist noch nicht da, oder der Server kann nicht hineinsehen.',
    short: {
      data: 'Weniger als ein Zehntel oder weniger als 2 GB sind übrig. Ist es voll, kann nichts gespeichert werden: schaffen Sie Platz auf diesem Laufwerk.',
      backup:
        'Weniger als ein Zehntel oder weniger als 2 GB sind übrig. Schaffen Sie Platz, behalten Sie weniger (BACKUP_KEEP), oder nennen Sie einen anderen Ordner (BACKUP_DIR).',
      second:
        'Weniger als ein Zehntel oder weniger als 2 GB sind übrig. Schaffen Sie Platz, behalten Sie weniger (BACKUP_KEEP), oder nennen Sie einen anderen Ordner (BACKUP_SECOND_DIR).',
    },
    elsewhere:
      'Die Datenbank ist auf einem eigenen Server, dessen Laufwerk von hier nicht zu sehen ist: achten Sie dort darauf.',
  },
  waiting: {
    what: 'Wartet auf Geräten',
    none: 'Nichts, auf verbundenen Geräten',
    some: (devices) => (devices === 1 ? 'Einträge auf 1 Gerät' : `Einträge auf ${devices} Geräten`),
    longest: (span) => `Am längsten meldet es eines seit ${span}, seit es verbunden ist.`,
    redNote:
      'Ein verbundenes Gerät sendet in Sekunden; diese Einträge wurden also abgelehnt oder stecken fest. Im Raum sagt „Wer ist hier“, wessen sie sind; auf jenem Gerät sagt, was dort aufbewahrt ist, warum.',
    late: (span, moment) =>
      `Von allem, was in den letzten 24 Stunden ankam, hatte ein Eintrag ${span} gewartet, bis ${moment}.`,
    noneLate: 'In den letzten 24 Stunden kam nichts verspätet an.',
    blind: 'Was auf einem Gerät ohne Netz wartet, ist hier nicht zu wissen, bis es zurück ist.',
  },
  clock: {
    what: 'Uhr des Servers',
    well: 'Stimmt mit der Datenbank überein',
    unknown: 'Noch nicht bekannt',
    ahead: (by) => `${by} vor der Datenbank`,
    behind: (by) => `${by} hinter der Datenbank`,
    redNote:
      'Lassen Sie diesen Computer seine Uhr selbst stellen (NTP). Einträge haben die Zeit der Datenbank und bleiben richtig; Sicherungen und Zertifikate gehen nach dieser Uhr.',
  },
  certificate: {
    what: 'Zertifikat',
    none: 'Keines: einfaches http',
    noneNote: 'Richtig allein auf diesem Computer oder hinter einem eigenen Proxy, der https spricht.',
    left: (days) => (days === 1 ? 'Noch 1 Tag' : `Noch ${days} Tage`),
    over: 'Ist abgelaufen',
    until: (day) => `Gültig bis ${day}`,
    soonNote: 'Erneuern Sie es auf dem Server. Ist es abgelaufen, öffnen Browser Tandem nicht mehr.',
    overNote: 'Browser öffnen Tandem nicht mehr. Erneuern Sie es auf dem Server.',
  },
  hints: {
    what: 'Zwischen Prozessen',
    well: 'Hinweise kommen durch',
    silent: 'Hinweise kommen nicht durch',
    unknown: 'Nicht bekannt, solange die Datenbank nicht antwortet',
    own: (moment) => `Der eigene des Servers wurde gehört: ${moment}.`,
    others: (moment) => `Ein anderer Prozess wurde gehört: ${moment}.`,
    alone: 'Seit dem Start wurde kein anderer Prozess gehört.',
    redNote:
      'Bildschirme eines anderen Prozesses erfahren von Einträgen bis zu 2 Sekunden später. DATABASE_URL muss zu PostgreSQL selbst führen: ein Pooler dazwischen verliert dessen Benachrichtigungen.',
  },
  server: {
    what: 'Dieser Server',
    build: (build) => `Tandem ${build}`,
    epoch: (epoch) => `Seine Datenbank seit der letzten Wiederherstellung: ${epoch}`,
  },
} satisfies ToldSoFar<typeof healthWords>;
