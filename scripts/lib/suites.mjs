/**
 * What `npm test` runs, in this order. To add a suite, add a row: a suite without files, without
 * tests or without a readable result fails, so nothing goes missing in silence.
 *
 * @typedef {object} Suite
 * @property {string} name
 * @property {keyof typeof BUDGET_SECONDS} budget
 * @property {'steps' | 'vitest' | 'playwright' | 'program'} kind
 * @property {string} of steps: which list; vitest: project; playwright: configuration; program: its file
 * @property {Record<string, string>} [env]
 * @property {boolean} [needsBrowser]
 * @property {boolean} [needsBuild] runs the built server: asked for alone, it is built first
 */

/** Measured on 2 cores. A group that takes four times as long fails: something hangs or has grown out of bounds. */
export const BUDGET_SECONDS = {
  build: 60,
  'types, lint and unit': 60,
  integration: 150,
  browser: 210,
  faults: 90,
  bench: 30,
};
export const BUDGET_LIMIT = 4;
/** `npm run test:long` runs the same suites at full size. */
export const LONG_FACTOR = 20;

/** @type {Suite[]} */
export const SUITES = [
  { name: 'build', budget: 'build', kind: 'steps', of: 'build' },
  { name: 'types', budget: 'types, lint and unit', kind: 'steps', of: 'types' },
  { name: 'lint', budget: 'types, lint and unit', kind: 'steps', of: 'lint' },
  { name: 'unit', budget: 'types, lint and unit', kind: 'vitest', of: 'unit' },
  { name: 'simulation', budget: 'types, lint and unit', kind: 'vitest', of: 'simulation' },
  { name: 'records', budget: 'types, lint and unit', kind: 'vitest', of: 'records' },
  { name: 'integration', budget: 'integration', kind: 'vitest', of: 'integration', needsBuild: true },
  {
    name: 'contract-18',
    budget: 'integration',
    kind: 'vitest',
    of: 'contract',
    env: { TANDEM_PG_MAJOR: '18' },
  },
  {
    name: 'contract-15',
    budget: 'integration',
    kind: 'vitest',
    of: 'contract',
    env: { TANDEM_PG_MAJOR: '15' },
  },
  {
    name: 'browser',
    budget: 'browser',
    kind: 'playwright',
    of: 'tests/e2e/playwright.config.ts',
    needsBrowser: true,
    needsBuild: true,
  },
  { name: 'faults', budget: 'faults', kind: 'vitest', of: 'faults', needsBuild: true },
  { name: 'bench', budget: 'bench', kind: 'program', of: 'tests/bench/smoke.ts', needsBuild: true },
];

/**
 * The suites that were asked for by `--only unit,integration`, or all.
 * @param {string[]} args @returns {{ suites: Suite[], unknown: string[] }}
 */
export function chosenSuites(args) {
  const index = args.findIndex((arg) => arg === '--only' || arg.startsWith('--only='));
  const given = args[index];
  if (given === undefined) return { suites: SUITES, unknown: args };
  const [text, taken] = given.includes('=') ? [given.slice(7), 1] : [args[index + 1] ?? '', 2];
  const names = text.split(',').filter(Boolean);
  const unknown = names.filter((name) => !SUITES.some((suite) => suite.name === name));
  const rest = args.filter((_, position) => position < index || position >= index + taken);
  const built = SUITES.some(({ name, needsBuild }) => needsBuild && names.includes(name)) ? ['build'] : [];
  const wanted = new Set([...built, ...names]);
  return { suites: SUITES.filter(({ name }) => wanted.has(name)), unknown: [...unknown, ...rest] };
}
