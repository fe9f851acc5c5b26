import { isProblem, readNumber } from '@tandem/domain';

/** A number over 0 as typed in a field, by the entry line's rules: `.5`, `5.0` and `1,5` are refused with the fix. */
export function readTypedNumber(text: string): { readonly value: number } | { readonly sentence: string } {
  const read = readNumber(text.trim());
  if (isProblem(read)) return { sentence: read.sentence };
  return read === null || read <= 0
    ? { sentence: 'Write a number more than 0, such as 68.4.' }
    : { value: read };
}
