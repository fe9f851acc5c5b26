import { type InstrumentDefinition, type Measure, measureFrom } from '@tandem/domain';
import type { Instrument } from '@tandem/wire';

/** A questionnaire of the clinic with its newest version on top. */
export interface OwnInstrument {
  readonly kept: Instrument;
  readonly definition: InstrumentDefinition;
  readonly measure: Measure;
  /** How many versions came before it. */
  readonly earlier: number;
}

/** One per key, in the order in which they come. */
export function ownInstruments(kept: readonly Instrument[]): OwnInstrument[] {
  const all = kept.map((one) => ({ kept: one, definition: one.definition as InstrumentDefinition }));
  return all.flatMap((one) => {
    const { key, version } = one.definition;
    const others = all.filter(({ definition }) => definition.key === key);
    if (others.some(({ definition }) => definition.version > version)) return [];
    return [{ ...one, measure: measureFrom(one.definition), earlier: others.length - 1 }];
  });
}

/** The same with the next number: what a new version begins with. */
export function nextVersion(definition: InstrumentDefinition): string {
  const { key, version, ...rest } = definition;
  return JSON.stringify({ key, version: version + 1, ...rest }, null, 2);
}

export interface TypedTotal {
  readonly name: string;
  readonly least: string;
  readonly most: string;
  readonly licence: string;
  readonly source: string;
}

/**
 * What was typed of a paper form, as the same JSON that a file holds. A figure that is none stays as it was typed, so
 * that it is refused by its name.
 */
export function totalDefinition(typed: TypedTotal, own: readonly OwnInstrument[]): string {
  const name = typed.name.trim();
  const plain = (text: string) => text.toLocaleLowerCase('en');
  const known = own.find(({ definition }) => plain(definition.name) === plain(name))?.definition;
  const number = (text: string) => (/^-?\d+$/.test(text.trim()) ? Number(text.trim()) : text.trim());
  return JSON.stringify({
    key: known?.key ?? freeKey(name, own),
    version: (known?.version ?? 0) + 1,
    name,
    total: { least: number(typed.least), most: number(typed.most) },
    licence: typed.licence.trim(),
    ...(typed.source.trim() === '' ? {} : { source: typed.source.trim() }),
  });
}

/** Another name is another questionnaire, also where both make the same key. */
function freeKey(name: string, own: readonly OwnInstrument[]): string {
  const key = keyOf(name);
  const isTaken = (one: string) => own.some(({ definition }) => definition.key === one);
  for (let number = 1; ; number += 1) {
    const tried = number === 1 ? key : `${key}-${number}`;
    if (!isTaken(tried)) return tried;
  }
}

function keyOf(name: string): string {
  const plain = name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 50)
    .replace(/-+$/, '');
  return /^[a-z]/.test(plain) ? plain : `form-${plain === '' ? 'total' : plain}`;
}
