import { isProblem, readNumber } from '@tandem/domain';

type Read = { readonly value: number } | { readonly sentence: string };

/** A number over 0 as typed in a field, by the entry line's rules: `.5`, `5.0` and `1,5` are refused with the fix. */
export function readTypedNumber(text: string): Read {
  return readTyped(text, (value) => value > 0, 'Write a number more than 0, such as 68.4.');
}

/** The rate of an infusion that runs, mg/h: 0 is a pause. */
export function readTypedRate(text: string): Read {
  return readTyped(text, () => true, 'Write a rate in mg/h, such as 30; 0 is a pause.');
}

function readTyped(text: string, holds: (value: number) => boolean, sentence: string): Read {
  const read = readNumber(text.trim());
  if (isProblem(read)) return { sentence: read.sentence };
  return read === null || !holds(read) ? { sentence } : { value: read };
}
