import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Every test file belongs to exactly one project; tests/architecture.test.ts fails on one that no project runs. */
const realDatabase = '**/*.pg.test.ts';
const generated = ['**/node_modules/**', '**/dist/**', '**/.tandem/**'];
/** On the oldest PostgreSQL the short run leaves out what asks nothing of SQL that the rest does not. */
const sameOnEveryDatabase =
  process.env.TANDEM_PG_MAJOR === '15' && process.env.TANDEM_TEST_SIZE !== 'long'
    ? [
        'tests/contract/matrix/**',
        ...[
          'adoption',
          'bad-input',
          'break-glass',
          'client-facts',
          'client-import',
          'clinic-settings',
          'course-exports',
          'courses',
          'consents',
          'displays',
          'doses',
          'drills',
          'estimate',
          'exports',
          'first-run',
          'handover',
          'health',
          'instruments',
          'live',
          'metrics',
          'openapi',
          'paper-forms',
        ],
        ...[
          'patients',
          'people',
          'presence',
          'protocol-trial',
          'protocols',
          'second-factor',
          'series',
          'sign-in',
        ],
        ...['sign-off', 'team-only', 'text-templates', 'unlock', 'vials'],
      ].map((name) => (name.includes('/') ? name : `tests/contract/${name}.pg.test.ts`))
    : [];
const oneServerPerRun = ['tests/support/global-postgres.ts'];

/** What takes longest: begun last, one of the two workers would wait for it alone, half a minute of each run. */
const longest = [
  'tests/contract/matrix/matrix.pg.test.ts',
  'tests/contract/presence.pg.test.ts',
  'tests/start/start.pg.test.ts',
  'tests/start/demo-live.pg.test.ts',
  'apps/api/src/db/embedded.pg.test.ts',
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const placeOf = ({ moduleId }: TestSpecification) => {
      const at = longest.findIndex((name) => moduleId.endsWith(name));
      return at === -1 ? longest.length : at;
    };
    return (await super.sort(files)).sort((one, other) => placeOf(one) - placeOf(other));
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            'packages/*/src/**/*.test.{ts,tsx}',
            'apps/*/src/**/*.test.{ts,tsx}',
            'scripts/**/*.test.mjs',
            'tests/architecture.test.ts',
            'tests/shown-by.test.ts',
            'tests/steady-notices.test.ts',
          ],
          exclude: [...generated, realDatabase],
          // Its colours are held to their contrast: every other stylesheet is empty here.
          css: { include: [/daylight\.css/] },
          // Pure code that keeps no state in modules: one context for all files takes half the time.
          pool: 'threads',
          isolate: false,
          maxWorkers: 2,
        },
      },
      {
        test: {
          // Pure too, but of another size: apart from the unit tests, so that `npm run check` stays quick.
          name: 'simulation',
          include: ['tests/simulation/**/*.test.ts'],
          exclude: generated,
          pool: 'threads',
          isolate: false,
          maxWorkers: 2,
        },
      },
      {
        test: {
          // Pure as well; apart, because a validator that is not ours reads 40 MB of definitions first.
          name: 'records',
          include: ['tests/records/**/*.test.ts'],
          exclude: generated,
          pool: 'threads',
          isolate: false,
          maxWorkers: 2,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['apps/api/src/**/*.pg.test.ts', 'tests/**/*.pg.test.ts'],
          exclude: [...generated, 'tests/contract/**', 'tests/faults/**'],
          globalSetup: oneServerPerRun,
          testTimeout: 30_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'contract',
          include: ['tests/contract/**/*.pg.test.ts'],
          exclude: [...generated, ...sameOnEveryDatabase],
          globalSetup: oneServerPerRun,
          testTimeout: 30_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
          // Each file has a server and a database of its own: reading the program once per worker saves a minute.
          isolate: false,
        },
      },
      {
        test: {
          name: 'faults',
          include: ['tests/faults/**/*.test.ts'],
          exclude: generated,
          globalSetup: oneServerPerRun,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // A killed server or a frozen process must not be another file's fault.
          maxWorkers: 1,
          fileParallelism: false,
        },
      },
    ],
  },
});
