import { type Box, overlaps } from './box.ts';

/** px from the top of the words to the end of their descenders, and from there up to the line they stand on. */
export const WORDS_HEIGHT = 14;
export const DESCENDERS = 3;
/** px that words keep from what stands beside them. */
const APART = 6;

export interface Wanted {
  readonly key: string;
  readonly tone: 'limit' | 'plain';
  /** The same said shorter and shorter, for a plot that has no room for more. */
  readonly texts: readonly string[];
  /** Upper edges at which the words may stand, the best first. */
  readonly tops: readonly number[];
  readonly from: 'left' | 'right';
  /** Said in any case, though it may cover something. */
  readonly always?: true;
}

export interface PlacedWords extends Box {
  readonly key: string;
  readonly tone: Wanted['tone'];
  readonly text: string;
}

/** From where to where words may stand. */
export interface Zone {
  readonly left: number;
  readonly right: number;
}

/**
 * Words at the lines of a lane: none covers another, a mark, or a line that is not its own. What finds no room in the
 * first zone is said shorter there, then looks in the next one; what finds none at all is left out.
 * @param wanted from the most to the least important
 */
export function placeWords(
  wanted: readonly Wanted[],
  obstacles: readonly Box[],
  zones: readonly Zone[],
  widthOf: (text: string) => number,
): PlacedWords[] {
  const placed: PlacedWords[] = [];
  for (const one of wanted) {
    const taken = [...obstacles, ...placed];
    const found = firstPlace(one, taken, zones, widthOf) ?? (one.always ? anyPlace(one, zones, widthOf) : null);
    if (found !== null) placed.push(found);
  }
  return placed;
}

function firstPlace(
  one: Wanted,
  taken: readonly Box[],
  zones: readonly Zone[],
  widthOf: (text: string) => number,
): PlacedWords | null {
  for (const zone of zones) {
    for (const text of one.texts) {
      for (const top of one.tops) {
        const box = slid(one.from, zone, top, widthOf(text), taken);
        if (box !== null) return { ...box, key: one.key, tone: one.tone, text };
      }
    }
  }
  return null;
}

function anyPlace(one: Wanted, zones: readonly Zone[], widthOf: (text: string) => number): PlacedWords | null {
  const found = firstPlace(one, [], zones.slice(-1), widthOf);
  const [text, top, zone] = [one.texts.at(-1), one.tops[0], zones.at(-1)];
  if (found !== null || text === undefined || top === undefined || zone === undefined) return found;
  return { key: one.key, tone: one.tone, text, ...boxAt(one.from, zone, top, widthOf(text)) };
}

/** From one end of the zone towards the other, past whatever stands in the way; null where the zone ends first. */
function slid(
  from: Wanted['from'],
  zone: Zone,
  top: number,
  width: number,
  taken: readonly Box[],
): Box | null {
  let box = boxAt(from, zone, top, width);
  while (box.left >= zone.left && box.right <= zone.right) {
    const aired = { ...box, left: box.left - APART, right: box.right + APART };
    const met = taken.filter((other) => overlaps(aired, other));
    if (met.length === 0) return box;
    const next =
      from === 'right'
        ? { left: zone.left, right: Math.min(...met.map(({ left }) => left)) - APART }
        : { left: Math.max(...met.map(({ right }) => right)) + APART, right: zone.right };
    box = boxAt(from, next, top, width);
  }
  return null;
}

function boxAt(from: Wanted['from'], { left, right }: Zone, top: number, width: number): Box {
  const bottom = top + WORDS_HEIGHT;
  return from === 'right'
    ? { left: right - width, right, top, bottom }
    : { left, right: left + width, top, bottom };
}
