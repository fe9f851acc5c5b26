import type { OnPages } from '../page-english.ts';
import type { InRoom } from '../room-english.ts';
import type { Told } from '../told.ts';

/** What a room says of a drill that is played in it. */
export const drillLines = {
  score: 'Wie es lief',
  lineCut:
    'Die Übung hat die Verbindung dieses Geräts getrennt. Sie kommt von selbst wieder. Tragen Sie weiter ein.',
} satisfies Told<InRoom['drillLines']>;

/** The way to the drills from setup. */
export const drillLinks = {
  setupTitle: 'Übungen',
  setupLink: 'Übungen öffnen',
} satisfies Told<OnPages['drillLinks']>;
