import { describe, expect, it } from 'vitest';
import vitestConfig from '../../vitest.config.ts';
import { BUDGET_SECONDS, chosenSuites, SUITES } from './suites.mjs';

describe('the table of suites', () => {
  it('runs every vitest project and gives every suite a budget and a name of its own', () => {
    const projects = /** @type {{ test: { name: string } }[]} */ (vitestConfig.test?.projects);
    const run = new Set(SUITES.filter(({ kind }) => kind === 'vitest').map(({ of }) => of));
    expect(run).toEqual(new Set(projects.map(({ test }) => test.name)));
    expect(SUITES.every(({ budget }) => BUDGET_SECONDS[budget] > 0)).toBe(true);
    expect(new Set(SUITES.map(({ name }) => name)).size).toBe(SUITES.length);
  });

  it('runs the contract on both majors', () => {
    const majors = SUITES.filter(({ of }) => of === 'contract').map(({ env }) => env?.TANDEM_PG_MAJOR);
    expect(majors).toEqual(['18', '15']);
  });

  it('is narrowed with --only and refuses what it does not know', () => {
    expect(chosenSuites([]).suites).toEqual(SUITES);
    const named = (/** @type {string} */ only) =>
      chosenSuites(['--only', only]).suites.map(({ name }) => name);
    expect(named('simulation,unit')).toEqual(['unit', 'simulation']);
    // What runs the built server is not left to a build of yesterday, or to none.
    expect(named('unit,faults')).toEqual(['build', 'unit', 'faults']);
    expect(chosenSuites(['--only=unit'])).toMatchObject({ suites: [{ name: 'unit' }], unknown: [] });
    expect(chosenSuites(['--only', 'unit,unti']).unknown).toEqual(['unti']);
    expect(chosenSuites(['--fast', '--only', 'unit', 'x']).unknown).toEqual(['--fast', 'x']);
    expect(chosenSuites(['--only'])).toEqual({ suites: [], unknown: [] });
  });
});
