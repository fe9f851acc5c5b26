import { resolveBrowser } from './browser.mjs';
import { Problem } from './problem.mjs';
import { applyRules, readable, summaryLine } from './reports.mjs';
import { broken, runSuite } from './run-suite.mjs';
import { inSeconds } from './steps.mjs';
import { BUDGET_LIMIT, BUDGET_SECONDS, chosenSuites, LONG_FACTOR } from './suites.mjs';

/**
 * Runs the suites one after another; the last line of stdout is the sum of them all.
 * @param {{ args: string[], size: 'short' | 'long', say: (line: string) => void }} options
 * @returns {Promise<boolean>} whether everything passed
 */
export async function runTests({ args, size, say }) {
  const { suites, unknown } = chosenSuites(args);
  if (unknown.length > 0) throw new Problem(`Unknown suite or option: ${unknown.join(', ')}. No test ran.`);
  const strict = process.env.CI !== undefined && process.env.CI !== '' && process.env.CI !== 'false';
  const factor = size === 'long' ? LONG_FACTOR : 1;
  const total = { passed: 0, failed: 0, skipped: 0 };
  /** @type {Map<string, number>} */
  const spent = new Map();
  /** @type {string[]} */
  const table = [];
  /** @type {string[]} */
  const failures = [];

  for (const suite of suites) {
    say(`\n▶ ${suite.name}`);
    const began = performance.now();
    const budget = BUDGET_SECONDS[suite.budget] * factor;
    const left = budget * BUDGET_LIMIT - (spent.get(suite.budget) ?? 0);
    const counts = applyRules(await attempt(suite, size, Math.max(left, 1) * 1000, say), strict);
    const seconds = (performance.now() - began) / 1000;
    const used = (spent.get(suite.budget) ?? 0) + seconds;
    spent.set(suite.budget, used);
    if (used > budget * BUDGET_LIMIT) {
      const message = `${suite.budget} took ${inSeconds(used)}, over ${BUDGET_LIMIT} times its budget of ${budget} s.`;
      counts.failed.push({ name: 'the budget', message });
    }
    total.passed += counts.passed;
    total.failed += counts.failed.length;
    total.skipped += counts.skipped.length;
    table.push(
      `  ${suite.name.padEnd(14)} ${inSeconds(seconds).padStart(8)}  ${summaryLine(counts.passed, counts.failed.length, counts.skipped.length)}`,
    );
    failures.push(
      ...counts.failed.map(({ name, message }) => `✗ ${suite.name}: ${name}\n${readable(message)}`),
    );
    for (const { name, reason } of counts.skipped)
      table.push(`    skipped: ${name} (${reason || 'no reason given'})`);
  }

  say('\nSuites');
  for (const line of table) say(line);
  say('Seconds against the budget');
  for (const [name, used] of spent) {
    say(
      `  ${name.padEnd(22)} ${inSeconds(used).padStart(8)} of ${BUDGET_SECONDS[/** @type {keyof typeof BUDGET_SECONDS} */ (name)] * factor} s`,
    );
  }
  if (failures.length > 0) say(`\nFailures\n${failures.join('\n')}\n`);
  say(summaryLine(total.passed, total.failed, total.skipped));
  return total.failed === 0 && total.passed > 0;
}

/** @param {import('./suites.mjs').Suite} suite @param {string} size @param {number} timeoutMs @param {(line: string) => void} say */
async function attempt(suite, size, timeoutMs, say) {
  try {
    /** @type {Record<string, string>} */
    const env = size === 'long' ? { TANDEM_TEST_SIZE: 'long' } : {};
    if (suite.needsBrowser) env.CHROMIUM = await resolveBrowser({ say });
    return await runSuite(suite, { env, timeoutMs, say });
  } catch (error) {
    const { message, stack } = /** @type {Error} */ (error);
    return broken(error instanceof Problem ? `${message}\n${error.details}` : (stack ?? message));
  }
}
