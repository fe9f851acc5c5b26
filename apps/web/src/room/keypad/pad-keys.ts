import {
  emptyPad,
  type Pad,
  type PadField,
  type PadPlace,
  padPlaces,
  type RefusedKey,
} from './pad-fields.ts';

export type PadKey =
  | { readonly type: 'digit'; readonly digit: string }
  | { readonly type: 'point' }
  | { readonly type: 'next' }
  /** A slash or a space from a keyboard: goes on, unless the value before it went on by itself. */
  | { readonly type: 'separator' }
  | { readonly type: 'back' }
  | { readonly type: 'place'; readonly place: PadPlace }
  | { readonly type: 'level'; readonly level: number }
  | { readonly type: 'room-air' }
  | { readonly type: 'as-meant' }
  | { readonly type: 'take'; readonly pad: Pad }
  | { readonly type: 'clear' };

/** Values that go on to the next by themselves once they are complete, in this order (ux.md 2.4). */
const chain: readonly PadField[] = ['systolic', 'diastolic', 'heartRate', 'spo2'];

/**
 * One key of the keypad. Nothing is dropped in silence: a digit that does not fit changes no value and stands in
 * `refused` with its reason, until the next key.
 */
export function press(pad: Pad, key: PadKey): Pad {
  const now: Pad = { ...pad, refused: null };
  switch (key.type) {
    case 'digit':
      return pad.at === 'moaas' ? levelByDigit(now, key.digit) : digit(now, pad.at, key.digit);
    case 'point':
      return point(now);
    case 'next':
      return goTo(now, nextPlace(pad.at));
    case 'separator':
      return pad.at === 'moaas' || pad.values[pad.at] === '' ? now : goTo(now, nextPlace(pad.at));
    case 'back':
      return back(now);
    case 'place':
      return goTo(now, key.place);
    case 'level':
      return { ...now, at: 'moaas', moaas: pad.moaas === key.level ? null : key.level };
    case 'room-air':
      return write(now, 'oxygenLitresPerMin', pad.values.oxygenLitresPerMin === '0' ? '' : '0');
    case 'as-meant':
      return { ...now, asMeant: true };
    case 'take':
      return key.pad;
    case 'clear':
      return emptyPad;
  }
}

function goTo(pad: Pad, at: PadPlace): Pad {
  return { ...pad, at, marked: at !== 'moaas' && pad.values[at] !== '' };
}

function nextPlace(at: PadPlace): PadPlace {
  return padPlaces[(padPlaces.indexOf(at) + 1) % padPlaces.length] as PadPlace;
}

function write(pad: Pad, field: PadField, text: string): Pad {
  return { ...pad, values: { ...pad.values, [field]: text }, marked: false, asMeant: false };
}

function refuse(pad: Pad, key: string, why: RefusedKey['why']): Pad {
  return { ...pad, refused: { key, place: pad.at, why } };
}

function digit(pad: Pad, field: PadField, key: string): Pad {
  const before = pad.marked ? '' : pad.values[field];
  if (before !== '' && isComplete(field, before)) return refuse(pad, key, 'full');
  if (before === '' && key === '0' && !mayBeZero.includes(field)) return refuse(pad, key, 'zero');
  if (before === '0') return refuse(pad, key, 'zero');
  if (field === 'spo2' && before.startsWith('1') && key !== '0') return refuse(pad, key, 'hundred');
  const text = before + key;
  const written = write(pad, field, text);
  return isComplete(field, text) ? goOn(written, field) : written;
}

/** Nothing was counted, and no oxygen given, are values. */
const mayBeZero: readonly PadField[] = ['heartRate', 'respiratoryRate', 'oxygenLitresPerMin'];

/** By its first digit a pressure or a rate has three digits or two; of the others two are the most. */
function isComplete(field: PadField, text: string): boolean {
  if (field === 'oxygenLitresPerMin') return text.includes('.') ? /\.\d$/.test(text) : text.length >= 2;
  if (field === 'respiratoryRate') return text.length >= 2;
  if (field === 'spo2') return text.length >= (text.startsWith('1') ? 3 : 2);
  return text.length >= (/^[12]/.test(text) ? 3 : 2);
}

/** To the next of the chain that is empty; a value that stands is never written over by going on. */
function goOn(pad: Pad, field: PadField): Pad {
  const next = chain.slice(chain.indexOf(field) + 1).find((one) => pad.values[one] === '');
  return !chain.includes(field) || next === undefined ? pad : { ...pad, at: next };
}

function point(pad: Pad): Pad {
  if (pad.at !== 'oxygenLitresPerMin') return refuse(pad, '.', 'point');
  const before = pad.marked ? '' : pad.values.oxygenLitresPerMin;
  return before.includes('.') ? refuse(pad, '.', 'point') : write(pad, 'oxygenLitresPerMin', `${before}.`);
}

function levelByDigit(pad: Pad, key: string): Pad {
  return Number(key) <= 5 ? { ...pad, moaas: Number(key) } : refuse(pad, key, 'level');
}

/** In an empty value it goes back to the one before and takes its last digit: the last thing that was keyed. */
function back(pad: Pad): Pad {
  if (pad.at === 'moaas') return { ...pad, moaas: null };
  const text = pad.values[pad.at];
  if (text !== '') return write(pad, pad.at, pad.marked ? '' : text.slice(0, -1));
  const before = chain[chain.indexOf(pad.at) - 1];
  return before === undefined ? pad : write({ ...pad, at: before }, before, pad.values[before].slice(0, -1));
}
