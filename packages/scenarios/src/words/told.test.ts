import type { DataOf } from '@tandem/domain';
import { describe, expect, test } from 'vitest';
import { inputOf, protocolPlans } from '../play.test-support.ts';
import { scenario } from '../scenario.ts';
import type { ScenarioKind } from '../types.ts';
import { distressLines, leavingLines } from './special.ts';

const routes = Object.keys(protocolPlans);
const seeds = Array.from({ length: 100 }, (_, seed) => seed);
const routeOf = (seed: number) => routes[seed % routes.length] as string;

interface Told extends DataOf<'note'> {
  readonly role: string;
}

/** The notes of one session by the time they were noticed at. */
function told(kind: ScenarioKind, seed: number, visit?: number): Told[] {
  const input = inputOf(seed, routeOf(seed), visit === undefined ? {} : { visit });
  return scenario(kind, input)
    .flatMap(({ actor, command }) =>
      command.type === 'append' ? command.entries.map((entry) => ({ ...entry, role: actor.role })) : [],
    )
    .toSorted((a, b) => (a.happenedAt < b.happenedAt ? -1 : 1))
    .flatMap((entry) => (entry.kind === 'note' ? [{ ...entry.data, role: entry.role }] : []));
}

describe('what is said', () => {
  test('[SCN-40] the essay’s two sentences are the client’s own words, in some sessions and not in most', () => {
    const whole = seeds.filter((seed) => {
      const words = told('uneventful', seed)
        .filter(({ category }) => category === 'words')
        .map(({ text }) => text);
      const before = words.indexOf('I am the mistake.');
      return before !== -1 && before < words.indexOf('I was doing my best with what I had.');
    });
    expect(whole.length).toBeGreaterThanOrEqual(5);
    expect(whole.length).toBeLessThan(50);
  });

  test('[SCN-41] six visits of one client tell six stories', () => {
    for (const seed of [1, 2, 3]) {
      const stories = [1, 2, 3, 4, 5, 6].map((visit) =>
        told('uneventful', seed, visit)
          .map(({ themes }) => themes?.join())
          .find((themes) => themes !== undefined),
      );
      expect(new Set(stories).size).toBe(6);
    }
  });

  test.each([
    ['emergence-distress', distressLines],
    ['early-leave', leavingLines],
  ] as const)('[SCN-42] %s: nothing else is noted by the therapist until it is over', (kind, lines) => {
    const texts = lines.map(([, text]) => text);
    for (const seed of seeds) {
      const own = told(kind, seed).filter(({ role }) => role === 'therapist');
      const first = own.findIndex(({ text }) => texts.includes(text));
      expect(own.slice(first, first + texts.length).map(({ text }) => text)).toEqual(texts);
    }
  });

  test('[SCN-43] a lozenge and a spray leave no injection site', () => {
    const sites = seeds.flatMap((seed) =>
      told('uneventful', seed).some(({ text }) => text.startsWith('Injection site')) ? [routeOf(seed)] : [],
    );
    expect([...new Set(sites)].sort()).toEqual(['im', 'iv', 'sc']);
  });
});
