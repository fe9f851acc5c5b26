import type { replayWords } from '../replay-words.ts';
import type { ToldSoFar } from '../told.ts';
import { entries, numbered } from './count.ts';

const known = (shown: number, all: number) => `${numbered(shown)} von ${entries(all)}`;

/** A session that is shown again. */
export const replay = {
  title: 'Wiedergabe',
  notLive: 'Wiedergabe, nicht live',
  toReport: 'Bericht',
  toRoom: 'Sitzungsraum',
  notYet: 'Vor dem Beginn der Sitzung gibt es nichts wiederzugeben.',
  reading: (read) => `Die Aufzeichnung wird gelesen: bisher ${entries(read)}`,
  play: 'Abspielen',
  stop: 'Anhalten',
  speed: 'Tempo',
  speeds: { 1: '×1', 5: '×5', 20: '×20', 60: '×60' },
  place: 'Zeitpunkt der Sitzung',
  of: (end) => `bis ${end}`,
  at: (clock, shown, all) => `${clock}, ${known(shown, all)}`,
  jump: 'Springen zu',
  stops: { dose: 'Dosis', notice: 'Hinweis', note: 'Notiz', entry: 'Eintrag' },
  // What it leads to has a gender of its own, so it stands behind a colon.
  next: (what) => `Weiter: ${what}`,
  previous: (what) => `Zurück: ${what}`,
  any: 'Dosis, Hinweis oder Notiz',
  none: (what) => `Dort nicht vorhanden: ${what}`,
  view: 'Gezeigt',
  views: { known: 'Damals bekannt', happened: 'Heutiger Stand', device: 'Ein Gerät' },
  device: 'Gerät',
  deviceOf: (people, count) => `${people} (${entries(count)})`,
  told: {
    known: (shown, all) =>
      shown === all
        ? `Alle ${entries(all)} waren in der Aufzeichnung.`
        : `${known(shown, all)} waren in der Aufzeichnung; spätere Berichtigungen sind nicht gezeigt.`,
    happened: 'Jeder Eintrag steht an seinem Zeitpunkt, mit allen späteren Berichtigungen.',
    device: (count) =>
      `Was dieses Gerät nachweislich hatte: ${entries(count)}. Es kann mehr gewesen sein: was zwischen zwei Einträgen auf seinem Bildschirm stand, hat niemand aufgeschrieben.`,
    after: 'Nach dem Ende der Sitzung',
  },
} satisfies ToldSoFar<typeof replayWords>;
