import { defineConfig } from 'vitest/config';

/** The tests that stryker.config.mjs measures; everything else runs them through the projects of vitest.config.ts. */
export default defineConfig({
  test: {
    include: [
      'packages/domain/src/permissions.test.ts',
      'packages/domain/src/session/visibility.test.ts',
      'packages/domain/src/session/administrations.test.ts',
      'packages/domain/src/session/administrations-rates.test.ts',
      'packages/domain/src/session/approval.test.ts',
      'packages/domain/src/session/decide-dose.test.ts',
      'packages/domain/src/session/decide-infusion.test.ts',
      'packages/domain/src/session/decide-status.test.ts',
      'packages/domain/src/rules/*.test.ts',
    ],
  },
});
