/**
 * `npm run mutation`: every small change of what decides who may do what, and of the clinical rules, must
 * be seen by a test. The list of files
 * is fixed, so that the score is of the same thing each time, and only their own tests run (that is what the score
 * is of: the many tests above them would kill a mutant by accident).
 */
export default {
  mutate: [
    'packages/domain/src/permissions.ts',
    'packages/domain/src/session/visibility.ts',
    'packages/domain/src/rules/baseline.ts',
    'packages/domain/src/rules/correction-effect.ts',
    'packages/domain/src/rules/discharge.ts',
    'packages/domain/src/rules/discharge-facts.ts',
    'packages/domain/src/rules/discharge-medicines.ts',
    'packages/domain/src/rules/discharge-recovery.ts',
    'packages/domain/src/rules/discharge-vitals.ts',
    'packages/domain/src/rules/dose-checks.ts',
    'packages/domain/src/rules/dose-limits.ts',
    'packages/domain/src/rules/dose-notices.ts',
    'packages/domain/src/rules/due-notices.ts',
    'packages/domain/src/rules/gate.ts',
    'packages/domain/src/rules/limits.ts',
    'packages/domain/src/rules/notice.ts',
    'packages/domain/src/rules/notice-words.ts',
    'packages/domain/src/rules/notices.ts',
    'packages/domain/src/rules/sign-notices.ts',
    'packages/domain/src/rules/sign-off.ts',
    'packages/domain/src/rules/still-going.ts',
    'packages/domain/src/rules/vitals-due.ts',
    'packages/domain/src/rules/vitals-schedule.ts',
    'packages/domain/src/session/administrations.ts',
    'packages/domain/src/session/approval.ts',
    'packages/domain/src/session/decide-dose.ts',
  ],
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'scripts/lib/vitest-mutation.config.mjs', related: false },
  coverageAnalysis: 'perTest',
  concurrency: 2,
  thresholds: { high: 95, low: 90, break: 90 },
  reporters: ['clear-text'],
  clearTextReporter: { allowColor: false, reportTests: false },
  // Nearly all of a table is evaluated when it is loaded: those are the mutants to look at, not to leave out.
  warnings: { slow: false },
  tempDirName: '.tandem/mutation',
  cleanTempDir: 'always',
  ignorePatterns: [
    '**',
    '!packages/domain/src/**',
    '!packages/domain/*.json',
    '!scripts/lib/vitest-mutation.config.mjs',
    '!package.json',
    '!tsconfig.base.json',
  ],
};
