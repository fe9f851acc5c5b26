import { createHash, randomInt } from 'node:crypto';
import { RECOVERY_CODES } from '@tandem/wire';

/** Crockford's letters: none looks like another, none makes a word. 32, so 5 bits each. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 16;
const GROUP = /.{4}(?=.)/g;

/** In groups of four: `7K2M-9QXT-04BD-VWE3`; 80 random bits. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: RECOVERY_CODES }, () =>
    Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)])
      .join('')
      .replaceAll(GROUP, '$&-'),
  );

/** What was typed, as it is compared: small letters, gaps and look-alikes (I, L, O) are taken. */
export const plainCode = (typed: string): string =>
  typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');

export const isSixDigits = (plain: string): boolean => /^\d{6}$/.test(plain);

export const hashOfCode = (typed: string): Buffer => createHash('sha256').update(plainCode(typed)).digest();
