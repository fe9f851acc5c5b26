import { type Rng, rngOf } from '../random.ts';
import { allergyItems, familyNames, givenNames, medicineItems } from './names.ts';
import type { ClinicClient, ClinicYearInput } from './types.ts';

/** Lengths of series, longer ones more often: a course is planned for six (clinic policy). */
const seriesLengths = [6, 6, 6, 6, 6, 5, 5, 4, 4, 3, 2, 1] as const;
/** How many clients stand in the middle of their series now. */
export const CURRENT_CLIENTS = 5;

/** As many clients as it takes for `input.sessions` past sessions: about 65 for 306. */
export function clientsOf(input: ClinicYearInput): ClinicClient[] {
  const wanted = input.sessions ?? 306;
  const rng = rngOf('clients', input.seed);
  const names = nameDeck(rng);
  const clients: ClinicClient[] = [];
  for (let sessions = 0; sessions < wanted; ) {
    const at = clients.length;
    const current = at < CURRENT_CLIENTS;
    const seriesLength = current ? 6 : rng.pick(seriesLengths);
    const sessionsDone = current ? rng.int(1, 4) : seriesLength;
    clients.push(clientOf(at, names(), seriesLength, sessionsDone, input));
    sessions += sessionsDone;
  }
  return clients;
}

function clientOf(
  at: number,
  name: Pick<ClinicClient, 'familyName' | 'givenName' | 'sex'>,
  seriesLength: number,
  sessionsDone: number,
  input: ClinicYearInput,
): ClinicClient {
  const rng = rngOf('client', input.seed, at);
  const day = `${rng.int(1958, 2003)}-${two(rng.int(1, 12))}-${two(rng.int(1, 28))}`;
  return {
    id: rng.uuid(),
    ...name,
    birthDate: day,
    mrn: `DEMO-${String(at + 1).padStart(4, '0')}`,
    allergies: rng.chance(0.25)
      ? { status: 'known', items: [rng.pick(allergyItems)] }
      : { status: rng.chance(0.9) ? 'none-known' : 'not-asked', items: [] },
    medicines: rng.chance(0.6) ? [rng.pick(medicineItems)] : [],
    weightKg: Math.round(weightOf(rng, name.sex) * 10) / 10,
    seriesId: rng.uuid(),
    protocolId: rng.pick(input.protocols).id,
    seriesLength,
    sessionsDone,
  };
}

const weightOf = (rng: Rng, sex: string) => (sex === 'male' ? rng.between(62, 108) : rng.between(49, 96));
const two = (value: number) => String(value).padStart(2, '0');

/** Deals names without repeating a pair; the second client has the first one's family name. */
function nameDeck(rng: Rng): () => Pick<ClinicClient, 'familyName' | 'givenName' | 'sex'> {
  const families = rng.shuffled(familyNames);
  const given = rng.shuffled(givenNames);
  let dealt = 0;
  return () => {
    const at = dealt;
    dealt += 1;
    const family = at < 2 ? 0 : at - 1;
    // Another step each time round, so that a family name that comes again has another given name.
    const round = Math.floor(family / families.length);
    const { name, sex } = given[(at + round * 7) % given.length] as (typeof given)[number];
    return { familyName: families[family % families.length] as string, givenName: name, sex };
  };
}
