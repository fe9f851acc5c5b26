import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { estimateDisclaimer, estimateLimits } from './disclaimer.ts';
import { observations, predicted, withPredictions } from './observed.test-support.ts';
import { type ModelKey, models } from './parameters.ts';

const page = fileURLToPath(new URL('../../../../docs/estimate.md', import.meta.url));

describe('docs/estimate.md says what the code predicts', () => {
  test('[EST-11] its tables; -u prints them anew', async () => {
    await expect(withPredictions(readFileSync(page, 'utf8'))).toMatchFileSnapshot(page);
  });

  test('[EST-10] its disclaimer is the one that is shown', () => {
    const text = readFileSync(page, 'utf8');
    expect(text).toContain(`> ${estimateDisclaimer}\n`);
    expect(text).toContain(`> ${estimateLimits}\n`);
  });

  test('[EST-11] the predictions of the sheet of sources come out again, to its rounding', () => {
    const differ = observations.flatMap((observation) =>
      Object.entries(observation.sheet).flatMap(([key, stated]) => {
        const ours = predicted(key as ModelKey, observation);
        const decimals = observation.milligrams === 5 ? 1 : 0;
        return ours !== null && ours.toFixed(decimals) === stated.toFixed(decimals)
          ? []
          : [`${key}, ${observation.what}: ${stated}`];
      }),
    );
    // Not taken over: the sheet's courses of this model by other routes than IV, whose absorption it does not state.
    expect(differ).toEqual([
      'domino84, 0.5 mg/kg IM, highest: 70',
      'domino84, 25 mg SL, highest: 11',
      'domino84, 0.5 mg/kg PO, highest, with F 0.17: 10',
      'domino84, 25 mg PO, highest, with F 0.23, ka 0.016: 8',
    ]);
    expect(Object.keys(models.domino84.routes)).toEqual(['iv']);
  });
});
