import { totalRange } from './clinic-measure.ts';
import type { InstrumentDefinition } from './definition-shape.ts';
import { rangeOfSum } from './measure-lines.ts';
import { measures, rangeOf } from './measures.ts';

interface Problem {
  readonly path: readonly (string | number)[];
  /** Goes on after the path. */
  readonly message: string;
}
type Range = { readonly least: number; readonly most: number };
type Band = NonNullable<InstrumentDefinition['bands']>[number];

/** INS-1: what does not fit together in a definition whose parts are each as they should be. */
export function definitionProblems(definition: InstrumentDefinition): Problem[] {
  return [
    ...takenProblems(definition),
    ...shapeProblems(definition),
    ...twice(definition.items ?? [], 'items'),
    ...bandProblems(definition.bands ?? [], totalRange(definition), ['bands']),
    ...subscaleProblems(definition),
  ];
}

const plain = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** A copy of the PHQ-9 under a name of its own would lack the question about safety (MEA-2). */
function takenProblems({ key, name }: InstrumentDefinition): Problem[] {
  const taken = measures.flatMap((one) => [plain(one.key), plain(one.name)]);
  return Object.entries({ key, name })
    .filter(([, text]) => taken.includes(plain(text)))
    .map(([field, text]) => ({ path: [field], message: `is taken: ${text} comes with Tandem` }));
}

function shapeProblems({ items, intro, total, subscales, bands }: InstrumentDefinition): Problem[] {
  if (items === undefined) {
    if (total === undefined || total === null)
      return [
        { path: ['items'], message: 'is missing: write the questions, or least and most of the total' },
      ];
    return [
      ...(total.least < total.most
        ? []
        : [{ path: ['total'], message: 'must have a least that is below its most' }]),
      ...(subscales === undefined ? [] : [{ path: ['subscales'], message: 'needs questions in items' }]),
    ];
  }
  return [
    ...(intro === undefined
      ? [{ path: ['intro'], message: 'is missing: say what the questions are about' }]
      : []),
    ...(total === undefined || total === null
      ? []
      : [{ path: ['total'], message: 'follows from the items: remove it, or write null for no total' }]),
    ...(total === null && bands !== undefined && bands.length > 0
      ? [{ path: ['bands'], message: 'needs a total, and this instrument has none' }]
      : []),
  ];
}

function twice(keyed: readonly { readonly key: string }[], list: string): Problem[] {
  return keyed.flatMap(({ key }, at) =>
    keyed.findIndex((one) => one.key === key) < at
      ? [{ path: [list, at, 'key'], message: `stands twice: ${key}` }]
      : [],
  );
}

function subscaleProblems({ items = [], subscales = [] }: InstrumentDefinition): Problem[] {
  const inEach = subscales.flatMap(({ items: keys, bands = [] }, at) => {
    const wrong = keys.flatMap((key, place): Problem[] => {
      const path = ['subscales', at, 'items', place];
      if (!items.some((item) => item.key === key))
        return [{ path, message: `is no question of this instrument: ${key}` }];
      return keys.indexOf(key) < place ? [{ path, message: `stands twice: ${key}` }] : [];
    });
    const range = rangeOfSum(items.filter(({ key }) => keys.includes(key)).map(rangeOf));
    return [...wrong, ...(wrong.length > 0 ? [] : bandProblems(bands, range, ['subscales', at, 'bands']))];
  });
  return [...twice(subscales, 'subscales'), ...inEach];
}

/** Bands neither overlap nor leave the range; a total between two bands has none. */
function bandProblems(bands: readonly Band[], range: Range | null, path: Problem['path']): Problem[] {
  return bands.flatMap(({ from, to }, at): Problem[] => {
    const here = [...path, at];
    if (to < from) return [{ path: here, message: `ends before it begins: ${from} to ${to}` }];
    if (range !== null && (from < range.least || to > range.most))
      return [{ path: here, message: `leaves the range: totals go from ${range.least} to ${range.most}` }];
    const other = bands.slice(0, at).find((earlier) => from <= earlier.to && to >= earlier.from);
    if (other === undefined) return [];
    return [{ path: here, message: `overlaps the band ${other.from} to ${other.to}` }];
  });
}
