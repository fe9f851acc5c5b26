import type { Allergies } from '../entries/lifecycle.ts';

const noneKnown = [
  'none',
  'none known',
  'no known allergies',
  'no known allergy',
  'no allergies',
  'no known drug allergies',
  'nka',
  'nkda',
  'keine',
  'keine bekannt',
  'keine bekannten',
  'keine bekannten allergien',
  'keine allergien',
  'keine allergien bekannt',
];
const notAsked = ['not asked', 'unknown', 'not known', 'nicht erfragt', 'nicht gefragt', 'unbekannt'];
/** Words that could mean "none" as well as "not asked", or say that there are some and not which. */
const unclear = ['no', 'nein', 'yes', 'ja', 'n/a', 'na', 'x'];
const MOST_ALLERGIES = 50;

/**
 * What a cell says of allergies. Empty is "not asked": that somebody has none is a finding, and nobody made it here
 * (IMP-3). What could mean either is not guessed.
 * @returns the code of what is wrong, where it cannot be said
 */
export function readAllergies(items: readonly string[]): Allergies | 'allergies-unclear' | 'too-many' {
  if (items.length > MOST_ALLERGIES) return 'too-many';
  const keys = items.map((item) => item.toLowerCase().replace(/[.!\s]+$/, ''));
  const [only] = keys;
  if (only === undefined) return { status: 'not-asked', items: [] };
  if (keys.length === 1 && noneKnown.includes(only)) return { status: 'none-known', items: [] };
  if (keys.length === 1 && notAsked.includes(only)) return { status: 'not-asked', items: [] };
  const words = [...noneKnown, ...notAsked, ...unclear];
  const isUnclear = keys.some((key) => words.includes(key) || !/\p{L}/u.test(key));
  return isUnclear ? 'allergies-unclear' : { status: 'known', items: [...items] };
}
