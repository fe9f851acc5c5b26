import type { Role } from '@tandem/domain';
import { cardWords } from '../words/card-words.ts';

const { cards } = cardWords;

/** Whoever has a card; an admin has that of a lead, for health and backups. */
export const cardRoles = ['physician', 'nurse', 'therapist', 'lead'] as const;
export type CardRole = (typeof cardRoles)[number];

/** One's own card. */
export const ownCard = (role: Role): CardRole => (role === 'admin' ? 'lead' : role);

/** For an address that somebody typed: anything else is one's own card. */
export const isCardRole = (value: unknown): value is CardRole => cardRoles.some((role) => role === value);

/** A strip lies under its sentence, as wide as the sheet; what is as tall as wide stands beside it. */
type Shape = 'strip' | 'beside';

interface Pictured {
  readonly picture: string;
  readonly shape: Shape;
}

const strip = (picture: string): Pictured => ({ picture, shape: 'strip' });
const beside = (picture: string): Pictured => ({ picture, shape: 'beside' });

/** What a card shows, in the order in which it happens; the pictures are taken by `npm run pictures -- cards`. */
const shown: { readonly [R in CardRole]: Readonly<Record<keyof (typeof cards)[R]['steps'], Pictured>> } = {
  physician: {
    start: strip('start'),
    vitals: strip('vitals'),
    dose: beside('dose'),
    notice: strip('notice'),
    correct: beside('correct'),
    stale: strip('stale'),
    end: beside('home'),
  },
  nurse: {
    round: beside('round'),
    vitals: beside('keypad'),
    checklist: beside('checklist'),
    dose: beside('nurse-dose'),
    waste: beside('waste'),
    notice: strip('notice'),
    home: beside('home'),
  },
  therapist: {
    note: strip('note'),
    phase: beside('phase'),
    shift: beside('shift'),
    keep: beside('keep'),
    process: beside('process'),
    quiet: strip('quiet'),
    after: beside('after'),
  },
  lead: {
    find: strip('find'),
    preview: beside('preview'),
    replay: beside('replay'),
    insights: beside('insights'),
    unsigned: beside('unsigned'),
    copies: beside('copies'),
    health: beside('health'),
  },
};

export interface Step extends Pictured {
  readonly name: string;
  readonly title: string;
  readonly text: string;
  readonly alt: string;
}

/** The steps of a card with their words, read when they are drawn: by then another language may lie over the English. */
export function stepsOf(role: CardRole): readonly Step[] {
  const said: Readonly<Record<string, { title: string; text: string; alt: string }>> = cards[role].steps;
  return Object.entries<Pictured>(shown[role]).map(([name, pictured]) => ({
    name,
    ...pictured,
    ...(said[name] as { title: string; text: string; alt: string }),
  }));
}
