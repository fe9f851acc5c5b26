import { expect, test } from 'vitest';
import { seal, unsealOrNull } from '../../cipher.ts';
import { hashOfCode, isSixDigits, newRecoveryCodes, plainCode } from './recovery-codes.ts';
import { newSecret, offerOf, stepOf } from './totp.ts';

/** RFC 6238, appendix B: the secret of its SHA-1 vectors, and the last six of their eight digits. */
const rfc = Buffer.from('12345678901234567890');

test('[AUT-9] the codes of RFC 6238, in their time step and one to either side', () => {
  for (const [seconds, digits] of [
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_234_567_890, '005924'],
    [20_000_000_000, '353130'],
  ] as const) {
    const step = Math.floor(seconds / 30);
    for (const away of [-1, 0, 1])
      expect(stepOf(rfc, digits, (seconds + away * 30) * 1_000), digits).toBe(step);
    for (const away of [-2, 2]) expect(stepOf(rfc, digits, (seconds + away * 30) * 1_000), digits).toBeNull();
  }
  expect(stepOf(rfc, '287083', 59_000)).toBeNull();
  for (const other of ['', '28708', '2870822', 'éééééé', '28708é', '２８７０８２'])
    expect(stepOf(rfc, other, 59_000), other).toBeNull();
});

test('[AUT-12] an app is offered 160 random bits as base32 and as an address that names person and product', () => {
  const secret = newSecret();
  expect(secret).toHaveLength(20);
  expect(newSecret().equals(secret)).toBe(false);
  const { secret: typed, uri } = offerOf(rfc, 'dr@quay.test');
  expect(typed).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
  expect(new URL(uri).searchParams.get('secret')).toBe(typed);
  expect(decodeURIComponent(new URL(uri).pathname)).toContain('Tandem:dr@quay.test');
});

test('[AUT-14] what was sealed opens for its person under its key alone, and not when a bit of it is changed', () => {
  const key = Buffer.alloc(32, 1);
  const sealed = seal(key, rfc, 'person');
  expect(sealed.includes(rfc)).toBe(false);
  expect(unsealOrNull(key, sealed, 'person')).toEqual(rfc);
  expect(seal(key, rfc, 'person').equals(sealed), 'another nonce each time').toBe(false);
  expect(unsealOrNull(key, sealed, 'another person')).toBeNull();
  expect(unsealOrNull(Buffer.alloc(32, 2), sealed, 'person')).toBeNull();
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] as number) ^ 1;
    expect(unsealOrNull(key, changed, 'person'), `byte ${at}`).toBeNull();
  }
  expect(unsealOrNull(key, Buffer.alloc(3), 'person')).toBeNull();
});

test('[AUT-13] recovery codes differ, and are read with gaps, in small letters and with look-alikes', () => {
  const codes = newRecoveryCodes();
  expect(codes).toHaveLength(10);
  expect(new Set(codes).size).toBe(10);
  expect(plainCode(' 0o1l-iABC ')).toBe('00111ABC');
  const [code = ''] = codes;
  expect(hashOfCode(code.toLowerCase().replaceAll('-', ' '))).toEqual(hashOfCode(code));
  expect(isSixDigits(plainCode('123 456'))).toBe(true);
  expect(isSixDigits(plainCode(code))).toBe(false);
});
