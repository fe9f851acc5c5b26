import { parseEntryLine } from '@tandem/domain';

/**
 * A number as typed in a field, read by the same rules as on the entry line: `.5`, `5.0` and `1,5` are refused
 * with the fix. Goes through the line's dose reader, the one place that knows those rules.
 */
export function readTypedNumber(text: string): { readonly value: number } | { readonly sentence: string } {
  const reading = parseEntryLine(`k ${text.trim()} im`, { nowMs: 0, atClock: () => 0, forced: 'dose' });
  if (reading.type === 'entry' && reading.entry.kind === 'dose')
    return { value: reading.entry.data.amountMg };
  const sentence = reading.type === 'problem' ? reading.sentence : '';
  return { sentence: sentence.startsWith('Write ') ? sentence : 'Write a number more than 0, such as 68.4.' };
}
