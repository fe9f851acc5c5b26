import type { planWords } from '../plan-words.ts';
import type { setupWords } from '../setup-words.ts';
import type { ToldSoFar } from '../told.ts';
import { counted } from './count.ts';

/** The clinic, its rooms and how long things last. */
export const setup = {
  jump: 'Auf dieser Seite',
  groups: {
    clinic: 'Klinik',
    people: 'Wer hier arbeitet',
    rooms: 'Räume und Bildschirme',
    treatment: 'Behandlung',
    records: 'Aufzeichnungen',
    watching: 'Im Rückblick',
  },
  cards: { title: 'Für neue Kolleginnen und Kollegen', link: 'Karten auf einer Seite drucken' },
  facts: {
    title: 'Name und Zeit',
    name: 'Name der Klinik',
    timeZone: 'Zeitzone',
    timeZoneHint:
      'Nach Erdteil und Stadt, etwa Europe/Berlin. Tage und Zeiten auf allen Seiten richten sich danach.',
    save: 'Speichern',
    saved: 'Gespeichert. Offene Seiten folgen innerhalb einer Minute.',
    sure: (zone) =>
      `Von jetzt an nennen alle Seiten, Berichte und Tageslisten die Zeit nach ${zone}. Was eingetragen ist, bleibt derselbe Augenblick.`,
    sureButton: 'Zeitzone ändern',
    back: 'Zurück',
  },
  teamOnly: {
    title: 'Wer eine Sitzung liest',
    label: 'Ärztlich, pflegerisch und therapeutisch Arbeitende lesen',
    off: 'Alle Sitzungen der Klinik',
    on: 'Nur Sitzungen, in deren Team sie sind',
    saved: 'Gespeichert. Es gilt innerhalb von 2 Sekunden, auch auf offenen Seiten.',
    means:
      'Andere sehen dann Raum, Zeit und Team einer Sitzung und nichts von der behandelten Person. Im Notfall öffnet sie, wer behandelt, mit einem Grund, für 60 Minuten; eine Leitung sieht das sofort.',
    leads: 'Leitungen lesen weiter, was sie lesen: beendete Sitzungen.',
  },
  lock: {
    title: 'Sperren von Bildschirmen',
    intro:
      'Ein Bildschirm, den niemand berührt, sperrt sich. Vitalzeichen, Hinweise und Notfall eines Raums bleiben sichtbar.',
    minutes: 'Minuten, bis ein Bildschirm sich sperrt',
    minutesHint: '2 bis 15. Tandem beginnt mit 10.',
    live: 'Minuten in einem Raum mit laufender Sitzung',
    liveHint: '2 bis 60, für ein Gerät, das in diesem Raum steht. Tandem beginnt mit 30.',
    save: 'Speichern',
    saved: 'Gespeichert. Offene Seiten folgen innerhalb einer Minute.',
    badMinutes: 'Die Minuten, bis ein Bildschirm sich sperrt, müssen eine ganze Zahl von 2 bis 15 sein.',
    badLive: 'Die Minuten in einem Raum mit laufender Sitzung müssen eine ganze Zahl von 2 bis 60 sein.',
  },
  retention: {
    title: 'Aufbewahrung',
    label: 'Aufzeichnungen werden aufbewahrt',
    never: 'Auf Dauer: nie wird etwas gelöscht',
    years: 'Einige Jahre nach der Sitzung',
    count: 'Jahre',
    countHint: '1 bis 100. Was Ihr Recht verlangt, sagt Ihnen Ihre Rechtsberatung.',
    bad: 'Die Jahre müssen eine ganze Zahl von 1 bis 100 sein.',
    save: 'Speichern',
    saved: 'Gespeichert.',
    decision:
      'Dies ist die Entscheidung Ihrer Klinik, schriftlich. Tandem löscht danach nichts: keine Aufzeichnung verschwindet, wenn die Jahre um sind.',
    standsNever: 'Entschieden: auf Dauer aufbewahrt.',
    standsYears: (years) => `Entschieden: ${counted(years, 'Jahr', 'Jahre')} aufbewahrt.`,
  },
  rooms: {
    title: 'Räume',
    none: 'Noch kein Raum. Legen Sie den ersten an: in Räumen werden Sitzungen geplant, und in ihnen hängen Bildschirme.',
    add: 'Raum anlegen',
    name: 'Name des Raums',
    nameNeeded: 'Der Name des Raums darf nicht leer sein.',
    rename: 'Umbenennen',
    renameOf: (name) => `${name} umbenennen`,
    up: (name) => `${name} nach oben`,
    down: (name) => `${name} nach unten`,
    retire: 'Stilllegen',
    retireOf: (name) => `${name} stilllegen`,
    retireMeans: (name) =>
      `In ${name} wird nichts mehr geplant. Vergangene Sitzungen behalten den Namen, und der Raum kann wieder genutzt werden.`,
    sure: 'Stilllegen',
    back: 'Zurück',
    save: 'Speichern',
    retired: 'Stillgelegte Räume',
    restore: 'Wieder nutzen',
    restoreOf: (name) => `${name} wieder nutzen`,
    said: {
      added: (name) => `${name} ist angelegt.`,
      renamed: (name) => `Umbenannt in ${name}.`,
      retired: (name) => `${name} ist stillgelegt.`,
      restored: (name) => `${name} wird wieder genutzt.`,
      moved: (name, place) => `${name} ist jetzt Nummer ${place}.`,
    },
    again: 'Erneut versuchen',
  },
  tablets: {
    title: 'Tablets',
    join: 'Am Tablet, im eigenen WLAN der Praxis, die Kamera hierauf richten oder diese Adresse öffnen. Die Seite dort zeigt Schritt für Schritt, was zu tun ist.',
    open: 'Am Tablet die Kamera hierauf richten oder diese Adresse öffnen: dort wird geprüft, ob das Gerät für einen Raum bereit ist.',
    alone:
      'Tandem läuft nur für diesen Computer. Mit npm start -- --lan gestartet, bedient es Tablets im eigenen Netz der Praxis, und hier steht ein Bild zum Beitreten.',
    picture: (url: string) => `Bild von ${url} für eine Kamera`,
    others: (urls: string) => `Wenn das nicht aufgeht: ${urls}`,
    fingerprint: 'Das Zertifikat, das am Tablet installiert wird, zeigt einen Fingerabdruck, der so beginnt:',
    check: 'Dieses Gerät prüfen',
  },
  device: 'Wo dieses Gerät steht',
  deviceNone: 'Es gibt noch keinen Raum, in dem es stehen könnte.',
  protocolsNone:
    'Noch kein Protokoll. Tandem bringt einer neuen Klinik Beispiele mit; ärztlich oder von einer Leitung werden weitere entworfen.',
  openings: 'Geöffnet, ohne im Team zu sein',
} satisfies ToldSoFar<typeof setupWords>;

export const setupPage = {
  offline: {
    title: 'Ohne Verbindung',
    label: 'Eintragen ohne Verbindung',
    on: 'Erlaubt: Einträge warten auf dem Gerät',
    off: 'Nicht erlaubt: auf Geräten bleibt nichts',
    saved: 'Gespeichert. Offene Seiten folgen innerhalb einer Minute.',
    means:
      'Wartende Einträge sind mit einem Schlüssel je Mensch und Gerät verschlüsselt und werden gesendet, sobald der Server antwortet.',
    without: 'Ohne dies sagt ein Raum, man solle auf Papier schreiben, solange der Server nicht antwortet.',
  },
  title: 'Setup',
  protocols: 'Protokolle',
  people: 'Menschen',
  rooms: 'Räume',
  allProtocols: (count) => `${counted(count, 'Protokoll', 'Protokolle')} mit allen Grenzen`,
  none: 'Noch keine.',
} satisfies ToldSoFar<typeof planWords.setup>;
