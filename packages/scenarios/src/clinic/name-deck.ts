import { rngOf } from '../random.ts';
import { type NamesOfOrigin, namesakes, namesOfTheWorld } from './names.ts';
import type { ClinicClient } from './types.ts';

type Name = Pick<ClinicClient, 'familyName' | 'givenName' | 'sex'>;

/** Deals names: the namesakes first, then one of each origin in turn. No two alike until all have been dealt. */
export function nameDeck(seed: number): () => Name {
  const rng = rngOf('names', seed);
  const origins = rng.shuffled(namesOfTheWorld.map((origin) => rng.shuffled(namesOf(origin))));
  const { familyName, given } = namesakes;
  const deck = [...given.map((name) => ({ ...name, familyName })), ...inTurn(origins)];
  let dealt = 0;
  return () => {
    const name = deck[dealt % deck.length] as Name;
    dealt += 1;
    return name;
  };
}

/** Every family name of an origin with every given name it goes with. */
function namesOf({ families, given }: NamesOfOrigin): Name[] {
  return Object.entries(given).flatMap(([sex, names]) => {
    const known = sex as Name['sex'];
    const beside = 'female' in families ? families[known === 'male' ? 'male' : 'female'] : families;
    return names.flatMap((givenName) => beside.map((familyName) => ({ familyName, givenName, sex: known })));
  });
}

/** The first of each list, then the second of each, until all are through. */
function inTurn(lists: readonly (readonly Name[])[]): Name[] {
  const longest = Math.max(...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list[at] ?? [])).flat();
}
