import { randomUUID } from 'node:crypto';
import { exampleDefinition } from '@tandem/domain';

/** Every part that a definition may have, under a key and a name of its own. */
export function newInstrument() {
  const id = randomUUID();
  const subscales = exampleDefinition.subscales?.map((one) => ({
    ...one,
    bands: [{ from: 0, to: 3, words: 'few' }],
  }));
  const definition = { ...exampleDefinition, key: `sleep-${id}`, name: `Sleep ${id}`, subscales };
  return { id, definition: { ...definition, source: 'Written here' }, attested: true };
}
