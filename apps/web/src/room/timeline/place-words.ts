import { type Box, overlaps } from './box.ts';

/** px from the top of the words to the end of their descenders, and from there up to the line they stand on. */
export const WORDS_HEIGHT = 14;
export const DESCENDERS = 3;
/** px that words keep from what stands beside them. */
const APART = 6;
/** What being said shorter, or on the other side of the line, is worth in px of distance. */
const COST = { shorter: 120, otherSide: 20 };

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
  readonly from: Wanted['from'];
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
    // What belongs beside the axis has the whole lane; what stands at the far end keeps clear of now.
    const where = one.from === 'left' ? zones.slice(-1) : zones;
    const taken = [...obstacles, ...placed];
    const found =
      bestPlace(one, taken, where, widthOf) ?? (one.always ? bestPlace(one, [], where, widthOf) : null);
    if (found !== null) placed.push(found);
  }
  return placed;
}

/** In the first zone that has any room: as near to the end asked for, as long and on the better side as may be. */
function bestPlace(
  one: Wanted,
  taken: readonly Box[],
  zones: readonly Zone[],
  widthOf: (text: string) => number,
): PlacedWords | null {
  for (const zone of zones) {
    let best: { words: PlacedWords; cost: number } | null = null;
    for (const [shorter, text] of one.texts.entries()) {
      for (const [worse, top] of one.tops.entries()) {
        const box = slid(one.from, zone, top, widthOf(text), taken);
        if (box === null) continue;
        const away = one.from === 'right' ? zone.right - box.right : box.left - zone.left;
        const cost = away + shorter * COST.shorter + worse * COST.otherSide;
        if (best === null || cost < best.cost)
          best = { words: { ...box, key: one.key, tone: one.tone, from: one.from, text }, cost };
      }
    }
    if (best !== null) return best.words;
  }
  return null;
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
    // A little less than what it moves by, so that rounding never meets the same thing twice.
    const aired = { ...box, left: box.left - APART + 0.5, right: box.right + APART - 0.5 };
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
