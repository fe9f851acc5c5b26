/// <reference types="node" />
import { createHash } from 'node:crypto';
import { canonicalJson, refusalTable } from '@tandem/domain';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { servedEntrySchema } from './entries.ts';
import { problemSchema } from './errors.ts';
import * as http from './http.ts';
import { newProtocolSchema } from './new-protocol.ts';
import { downFrameSchema, upFrameSchema } from './stream.ts';
import { WIRE_VERSION } from './version.ts';

/**
 * Versions and the fingerprint they were landed with: a new shape asks for a new row and WIRE_VERSION. A new entry
 * kind does not change the wire: `data` belongs to the kind and its own version, and a screen shows a kind that it
 * does not know.
 */
const landed: Readonly<Record<number, string>> = {
  1: 'a0036c5a14b5c15d',
  2: '073789d70e52a38d',
  3: 'fa4d2d28fd2a7dcd',
  4: '65851509f6b174a4',
  5: '9ade9e9b9d67968c',
  6: 'a54f96609ece1cdf',
  7: '695aceefa3e98dde',
  8: '723e4945bf860c41',
};

test('frames and requests are those of the stated wire version', () => {
  const bodies = Object.entries({ ...http, newProtocolSchema }).filter(([name]) =>
    name.endsWith('Schema'),
  ) as [string, z.ZodType][];
  const shapes = [
    ['up', upFrameSchema],
    ['down', downFrameSchema],
    ['entry', servedEntrySchema],
    ...bodies,
  ] as const;
  const contract = Object.fromEntries(
    shapes.map(([name, schema]) => [name, z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })]),
  );
  const fingerprint = createHash('sha256').update(canonicalJson(contract)).digest('hex').slice(0, 16);
  expect(
    landed[WIRE_VERSION],
    'the wire changed: raise WIRE_VERSION, add its history line and this fingerprint',
  ).toBe(fingerprint);
});

test('problem details know every code of the table and no other', () => {
  expect(problemSchema.shape.code.options).toEqual(Object.keys(refusalTable));
});
