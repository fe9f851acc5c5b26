import { test } from 'vitest';

/** Runs in `npm run test:long` alone; the short run has a quicker proof of the same, or no time. */
export const fullSizeTest = (process.env.TANDEM_TEST_SIZE === 'long' ? test : () => {}) as typeof test;
