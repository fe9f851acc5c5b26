import type { Protocol } from '@tandem/wire';
import { describe, expect, test } from 'vitest';
import { protocolsInForce } from './protocols-in-force.ts';

const one = (id: string, name: string, version: number, confirmed: boolean): Protocol => ({
  id,
  name,
  version,
  basedOn: null,
  data: {},
  example: false,
  createdAt: '2026-11-01T08:00:00.000Z',
  confirmedAt: confirmed ? '2026-11-02T08:00:00.000Z' : null,
  confirmedBy: confirmed ? 'Dr Amara Okafor' : null,
});
const ids = (items: readonly Protocol[], kept?: string) => protocolsInForce(items, kept).map(({ id }) => id);

describe('protocols in force', () => {
  test('[PRO-7] given two confirmed versions and a newer draft, then the newer confirmed one is offered', () => {
    const versions = [
      one('v1', 'IM', 1, true),
      one('v2', 'IM', 2, true),
      one('v3', 'IM', 3, false),
      one('other', 'SC', 1, true),
    ];
    expect(ids(versions)).toEqual(['v2', 'other']);
    expect(ids(versions.toReversed())).toEqual(['other', 'v2']);
  });

  test('[PRO-7] given a name of which nothing is confirmed, then its newest draft is offered, after all that is confirmed', () => {
    const versions = [one('d1', 'House', 1, false), one('d2', 'House', 2, false), one('v1', 'IM', 1, true)];
    expect(ids(versions)).toEqual(['v1', 'd2']);
  });

  test('[PRO-7] given a plan under an older version, then that one stays on offer, once', () => {
    const versions = [one('v1', 'IM', 1, true), one('v2', 'IM', 2, true)];
    expect(ids(versions, 'v1')).toEqual(['v1', 'v2']);
    expect(ids(versions, 'v2')).toEqual(['v2']);
    expect(ids(versions, 'gone')).toEqual(['v2']);
  });
});
