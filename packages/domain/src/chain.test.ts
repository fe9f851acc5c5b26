/// <reference types="node" />
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ChainEnvelope, GENESIS_HASH, linkHash, payloadHash, type Sha256, toHex } from './chain.ts';
import { at, physician, SESSION, uuid } from './session/given.test-support.ts';

const sha256: Sha256 = (...parts) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return new Uint8Array(hash.digest());
};

const salt = Uint8Array.from({ length: 16 }, (_, byte) => byte * 7);
const data = { systolic: 148, diastolic: 92 };
const envelope: ChainEnvelope = {
  clinicId: uuid(1),
  streamId: SESSION,
  seq: 3,
  id: uuid(2),
  kind: 'vital-signs',
  version: 1,
  happenedAt: at(0),
  recordedAt: at(1),
  author: physician,
  context: { deviceId: 'tablet', knownSeq: 2 },
};
const payload = payloadHash(sha256, salt, data, null);
const link = toHex(linkHash(sha256, GENESIS_HASH, envelope, payload));

/** Every way to change one leaf of a value: another text, another number. */
function* changes(
  value: unknown,
  path: (string | number)[] = [],
): Generator<{ path: string; value: unknown }> {
  if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      for (const change of changes(item, [...path, key]))
        yield { path: change.path, value: { ...value, [key]: change.value } };
    }
    return;
  }
  yield { path: path.join('.'), value: typeof value === 'number' ? value + 1 : `${value}x` };
}

describe('the chain', () => {
  test('[CHN-1] given an envelope, when any one of its values changes, then the link changes', () => {
    const found = [...changes(envelope)];
    expect(found.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        'clinicId',
        'streamId',
        'seq',
        'id',
        'kind',
        'version',
        'happenedAt',
        'recordedAt',
        'author.role',
        'context.knownSeq',
      ]),
    );
    for (const { value } of found) {
      expect(toHex(linkHash(sha256, GENESIS_HASH, value as ChainEnvelope, payload))).not.toBe(link);
    }
  });

  test('[CHN-1] given a payload, when one byte of data, late reason or salt changes, then its hash changes', () => {
    const hex = toHex(payload);
    expect(toHex(payloadHash(sha256, salt, { ...data, systolic: 149 }, null))).not.toBe(hex);
    expect(toHex(payloadHash(sha256, salt, data, 'Late.'))).not.toBe(hex);
    for (const position of salt.keys()) {
      const other = Uint8Array.from(salt);
      other[position] = (other[position] as number) ^ 1;
      expect(toHex(payloadHash(sha256, other, data, null))).not.toBe(hex);
    }
  });

  test('[CHN-1] given the hash before, when one bit of it changes, then the link changes', () => {
    fc.assert(
      fc.property(fc.nat(31), fc.nat(7), (byte, bit) => {
        const previous = Uint8Array.from(GENESIS_HASH);
        previous[byte] = 1 << bit;
        expect(toHex(linkHash(sha256, previous, envelope, payload))).not.toBe(link);
      }),
    );
  });

  test('[CHN-2] given the same content with keys in another order, when hashed, then the hashes are the same', () => {
    const reversed = Object.fromEntries(Object.entries(envelope).toReversed()) as unknown as ChainEnvelope;
    expect(toHex(payloadHash(sha256, salt, { diastolic: 92, systolic: 148 }, null))).toBe(toHex(payload));
    expect(toHex(linkHash(sha256, GENESIS_HASH, reversed, payload))).toBe(link);
  });

  test('[CHN-3] given payload and salt erased, when the chain is walked, then every link still verifies', () => {
    const links = chainOf(5);
    const withoutPayloads = links.map(({ envelope: kept, hashOfPayload }) => ({ kept, hashOfPayload }));
    let previous: Uint8Array = GENESIS_HASH;
    for (const [position, { kept, hashOfPayload }] of withoutPayloads.entries()) {
      previous = linkHash(sha256, previous, kept, hashOfPayload);
      expect(toHex(previous)).toBe(links[position]?.hash);
    }
  });

  test('[CHN-3] given no word of the payload in the link, when a short payload is guessed without its salt, then nothing matches', () => {
    const guesses = Array.from({ length: 300 }, (_, systolic) =>
      toHex(payloadHash(sha256, new Uint8Array(0), { ...data, systolic }, null)),
    );
    expect(guesses).not.toContain(toHex(payload));
  });

  test('[CHN-4] given a deleted or a swapped entry, when the chain is walked, then it breaks at that place', () => {
    const links = chainOf(6);
    expect(brokenAt(links)).toBeNull();
    expect(brokenAt(links.filter((_, position) => position !== 2))).toBe(2);
    const [a, b] = [links[3], links[4]];
    if (a === undefined || b === undefined) throw new Error('too short');
    expect(brokenAt([...links.slice(0, 3), b, a, ...links.slice(5)])).toBe(3);
  });

  test('[CHN-2] the form of a link is fixed: a verifier written elsewhere must reach this hash', () => {
    expect(toHex(payload)).toBe(
      createHash('sha256')
        .update(salt)
        .update('{"data":{"diastolic":92,"systolic":148},"lateReason":null}')
        .digest('hex'),
    );
    const text =
      `{"author":{"id":"${physician.id}","name":"Dr Ada Fell","role":"physician"},"clinicId":"${uuid(1)}",` +
      `"context":{"deviceId":"tablet","knownSeq":2},"happenedAt":"2026-11-24T10:00:00.000Z","id":"${uuid(2)}","kind":"vital-signs",` +
      `"payloadHash":"${toHex(payload)}","recordedAt":"2026-11-24T10:01:00.000Z","seq":3,"streamId":"${SESSION}","version":1}`;
    expect(link).toBe(createHash('sha256').update(GENESIS_HASH).update(text).digest('hex'));
    expect(toHex(Uint8Array.of(0, 15, 255))).toBe('000fff');
  });
});

interface Link {
  readonly envelope: ChainEnvelope;
  readonly hashOfPayload: Uint8Array;
  readonly hash: string;
}

function chainOf(length: number): Link[] {
  let previous: Uint8Array = GENESIS_HASH;
  return Array.from({ length }, (_, position) => {
    const own = { ...envelope, seq: position + 1, id: uuid(100 + position) };
    const hashOfPayload = payloadHash(sha256, salt, { systolic: 120 + position, diastolic: 80 }, null);
    previous = linkHash(sha256, previous, own, hashOfPayload);
    return { envelope: own, hashOfPayload, hash: toHex(previous) };
  });
}

/** Position of the first link that does not follow, or null. */
function brokenAt(links: readonly Link[]): number | null {
  let previous: Uint8Array = GENESIS_HASH;
  for (const [position, one] of links.entries()) {
    previous = linkHash(sha256, previous, one.envelope, one.hashOfPayload);
    if (toHex(previous) !== one.hash) return position;
  }
  return null;
}
