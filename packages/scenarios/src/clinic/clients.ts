import { type Rng, rngOf } from '../random.ts';
import { nameDeck } from './name-deck.ts';
import { allergyItems, medicineItems } from './names.ts';
import type { ClientSeries, ClinicClient, ClinicYearInput } from './types.ts';

/** A first series is planned for six, now and then for fewer (clinic policy); a later one is a shorter return. */
const firstLengths = [6, 6, 6, 5, 5, 4, 4] as const;
const LATER_LENGTH = 4;
const RETURNING = 0.12;
/** How many clients stand in the middle of their series now. */
export const CURRENT_CLIENTS = 7;

/** As many clients as it takes for `input.sessions` past sessions: about 60 for 306. */
export function clientsOf(input: ClinicYearInput): ClinicClient[] {
  const wanted = input.sessions ?? 306;
  const rng = rngOf('clients', input.seed);
  const names = nameDeck(input.seed);
  const clients: ClinicClient[] = [];
  for (let sessions = 0; sessions < wanted; ) {
    const at = clients.length;
    const series = seriesOf(input.seed, at, rng);
    clients.push(clientOf(at, names(), series, input));
    sessions += series.reduce((sum, { done }) => sum + done, 0);
  }
  return clients;
}

function seriesOf(seed: number, at: number, rng: Rng): ClientSeries[] {
  const id = (nth: number) => rngOf('series', seed, at, nth).uuid();
  if (at < CURRENT_CLIENTS) return [{ id: id(0), length: 6, done: rng.int(1, 4) }];
  const length = rng.pick(firstLengths);
  const first = { id: id(0), length, done: length };
  return rng.chance(RETURNING) ? [first, { id: id(1), length: LATER_LENGTH, done: LATER_LENGTH }] : [first];
}

function clientOf(
  at: number,
  name: Pick<ClinicClient, 'familyName' | 'givenName' | 'sex'>,
  series: readonly ClientSeries[],
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
    protocolId: rng.pick(input.protocols).id,
    series,
  };
}

const weightOf = (rng: Rng, sex: string) => (sex === 'male' ? rng.between(62, 108) : rng.between(49, 96));
const two = (value: number) => String(value).padStart(2, '0');
