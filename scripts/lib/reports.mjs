import { stripVTControlCharacters } from 'node:util';

/**
 * @typedef {{ name: string, message: string }} Failure
 * @typedef {{ name: string, reason: string }} Skip
 * @typedef {{ passed: number, failed: Failure[], skipped: Skip[] }} Counts
 */

/** The only reason that lets a test be skipped where every suite must run. */
export const SKIP_REASON = 'cannot run here:';

/**
 * @param {{ testResults: { name: string, message: string, status: string, assertionResults:
 *   { status: string, fullName: string, failureMessages: string[] }[] }[] }} report of vitest's json reporter
 * @param {Record<string, string>} notes reasons of skipped tests by full name
 * @returns {Counts}
 */
export function countVitest(report, notes) {
  /** @type {Counts} */
  const counts = { passed: 0, failed: [], skipped: [] };
  for (const file of report.testResults) {
    for (const test of file.assertionResults) {
      if (test.status === 'passed') counts.passed += 1;
      else if (test.status === 'failed') {
        counts.failed.push({ name: test.fullName, message: test.failureMessages.join('\n') });
      } else counts.skipped.push({ name: test.fullName, reason: notes[test.fullName] ?? '' });
    }
    // A file that could not be loaded, or whose clean-up failed, has no failed test to show for it.
    const told = file.assertionResults.some(({ status }) => status === 'failed');
    if (file.status === 'failed' && !told) counts.failed.push({ name: file.name, message: file.message });
  }
  return counts;
}

/**
 * @typedef {{ title: string, suites?: PlaywrightSuite[], specs?: { title: string, tests: PlaywrightTest[] }[] }} PlaywrightSuite
 * @typedef {{ status: string, annotations: { type: string, description?: string }[],
 *   results: { errors: { message?: string }[] }[] }} PlaywrightTest
 *
 * @param {{ suites: PlaywrightSuite[], errors: { message?: string }[] }} report of Playwright's json reporter
 * @returns {Counts}
 */
export function countPlaywright(report) {
  /** @type {Counts} */
  const counts = { passed: 0, failed: [], skipped: [] };
  for (const error of report.errors)
    counts.failed.push({ name: 'outside any test', message: error.message ?? '' });
  /** @param {PlaywrightSuite} suite @param {string} path */
  const walk = (suite, path) => {
    for (const spec of suite.specs ?? []) {
      for (const test of spec.tests) count(`${path} ${spec.title}`, test);
    }
    for (const inner of suite.suites ?? []) walk(inner, `${path} ${inner.title}`);
  };
  /** @param {string} name @param {PlaywrightTest} test */
  const count = (name, test) => {
    if (test.status === 'expected') counts.passed += 1;
    else if (test.status === 'skipped') {
      const note = test.annotations.find(({ type }) => type === 'skip' || type === 'fixme');
      counts.skipped.push({ name, reason: note?.description ?? '' });
    } else {
      const messages = test.results.flatMap(({ errors }) => errors.map(({ message }) => message ?? ''));
      counts.failed.push({ name, message: messages.join('\n') || test.status });
    }
  };
  for (const suite of report.suites) walk(suite, suite.title);
  return counts;
}

/**
 * A program of our own ends with `N passed, N failed`, or prints one JSON object with `passed` and
 * `failed`, or with `goals` that are `met` or not. Undefined when it did neither.
 * @param {string} output @returns {Counts | undefined}
 */
export function countProgram(output) {
  const lines = output.trimEnd().split('\n');
  const closing = /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/.exec(lines.at(-1)?.trim() ?? '');
  const failures = (/** @type {number} */ n) =>
    Array.from({ length: n }, () => ({ name: 'see its output', message: '' }));
  if (closing) {
    const skipped = Array.from({ length: Number(closing[3] ?? 0) }, () => ({
      name: 'see its output',
      reason: '',
    }));
    return { passed: Number(closing[1]), failed: failures(Number(closing[2])), skipped };
  }
  const data = lastObject(output);
  if (typeof data?.passed === 'number' && typeof data.failed === 'number') {
    return { passed: data.passed, failed: failures(data.failed), skipped: [] };
  }
  if (!Array.isArray(data?.goals)) return undefined;
  const missed = data.goals.filter((/** @type {{ met: boolean }} */ goal) => goal.met !== true);
  return {
    passed: data.goals.length - missed.length,
    failed: missed.map((/** @type {{ id: string }} */ goal) => ({
      name: String(goal.id),
      message: JSON.stringify(goal),
    })),
    skipped: [],
  };
}

/** @param {string} output */
function lastObject(output) {
  for (let from = output.lastIndexOf('\n{'); ; from = output.lastIndexOf('\n{', from - 1)) {
    try {
      return JSON.parse(output.slice(Math.max(from, 0)));
    } catch {
      if (from <= 0) return undefined;
    }
  }
}

/**
 * A message for the screen: indented, without the runner's own frames, and without colours, which
 * Playwright writes even into a file.
 * @param {string} message
 */
export function readable(message) {
  const lines = stripVTControlCharacters(message).trimEnd().split('\n');
  const ours = lines.filter((line) => !/^\s+at .*node_modules/.test(line)).slice(0, 60);
  return ours.map((line) => `    ${line}`).join('\n');
}

/** The last line of a run. @param {number} passed @param {number} failed @param {number} skipped */
export function summaryLine(passed, failed, skipped) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/**
 * Rules that no runner applies by itself: something must have run, and with `strict` (CI) nothing is
 * skipped without a reason of the machine.
 * @param {Counts} counts @param {boolean} strict @returns {Counts}
 */
export function applyRules(counts, strict) {
  const unexplained = strict ? counts.skipped.filter(({ reason }) => !reason.startsWith(SKIP_REASON)) : [];
  const failed = [
    ...counts.failed,
    ...unexplained.map(({ name, reason }) => ({
      name,
      message: `Skipped without a reason that starts with "${SKIP_REASON}"${reason ? ` (it says: ${reason})` : ''}.`,
    })),
  ];
  if (counts.passed + failed.length === 0) failed.push({ name: 'the suite', message: 'No test ran.' });
  return {
    passed: counts.passed,
    failed,
    skipped: counts.skipped.filter((skip) => !unexplained.includes(skip)),
  };
}
