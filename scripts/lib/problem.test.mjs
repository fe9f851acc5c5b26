import { expect, test } from 'vitest';
import { toolProblem } from './problem.mjs';

test('[RUN-17] a tool that ran out of disk is told as that, with its last words; any other as the caller knows it', () => {
  for (const output of [
    'ERR_PNPM_ENOSPC  Failed to add tarball: ENOSPC: no space left on device, write',
    'Failed to write to output file: No space left on device',
  ])
    expect(toolProblem('Check the network.', output)).toMatchObject({
      message:
        'The disk is full: packages and build take 2 GB. Your data is untouched. Make room and run the same command again.',
      details: output,
    });
  expect(toolProblem('Check the network.', 'ENOTFOUND').message).toBe('Check the network.');
});
