import type { Part } from './reading.ts';

/**
 * A typed number. `.5`, `5.0` and `1,5` are refused with the fix, because each has led to ten-fold errors
 * (ISMP: always a leading zero, never a trailing one; a comma is a decimal sign to some and a separator to
 * others). Null when it is no number at all.
 */
export function readNumber(token: string): Part<number> {
  if (/^\d+$/.test(token)) return Number(token);
  if (/^\.\d+$/.test(token)) return { sentence: `Write 0${token}, with a zero before the point.` };
  if (/^\d+\.$/.test(token)) return { sentence: `Write ${token.slice(0, -1)}, without the point.` };
  if (/^\d+,\d+$/.test(token))
    return { sentence: `Write ${token.replace(',', '.')}, with a point instead of a comma.` };
  if (!/^\d+\.\d+$/.test(token)) return null;
  if (!token.endsWith('0')) return Number(token);
  return { sentence: `Write ${String(Number(token))}, without a zero at the end.` };
}
