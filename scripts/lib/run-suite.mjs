import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureApiBuilt, ensureWebBuilt } from './build.mjs';
import { execNode } from './exec.mjs';
import { at, REPORTS_DIR, toolScript } from './paths.mjs';
import { lastLines } from './problem.mjs';
import { countPlaywright, countProgram, countVitest } from './reports.mjs';
import { lintSteps, runSteps, stepLine, typeSteps } from './steps.mjs';

/**
 * @typedef {import('./reports.mjs').Counts} Counts
 * @typedef {import('./suites.mjs').Suite} Suite
 * @typedef {{ env: Record<string, string>, timeoutMs: number, quiet?: boolean, say: (line: string) => void }} Context
 */

/** Runs one suite and counts what its machine-readable report says. @param {Suite} suite @param {Context} context */
export async function runSuite(suite, context) {
  mkdirSync(REPORTS_DIR, { recursive: true });
  if (suite.kind === 'steps') return await runStepSuite(suite.of, context);
  if (suite.kind === 'vitest') return await runVitest(suite, context);
  if (!existsSync(at(suite.of))) return broken(`${suite.of} is missing, so this suite cannot run.`);
  return suite.kind === 'playwright' ? await runPlaywright(suite, context) : await runProgram(suite, context);
}

/** @param {string} message @returns {Counts} */
export const broken = (message) => ({ passed: 0, failed: [{ name: 'the suite', message }], skipped: [] });

/** @param {string} of @param {Context} context @returns {Promise<Counts>} */
async function runStepSuite(of, { say }) {
  const builds = [
    { name: 'build server', run: () => asStep(() => ensureApiBuilt(() => {})) },
    { name: 'build dashboard', run: () => asStep(() => ensureWebBuilt(() => {})) },
  ];
  const steps = of === 'build' ? builds : of === 'types' ? typeSteps() : lintSteps();
  const results = await runSteps(steps, (step, result) => say(stepLine(step, result)));
  const failed = results.filter(({ result }) => !result.ok);
  return {
    passed: results.length - failed.length,
    failed: failed.map(({ step, result }) => ({ name: step.name, message: result.details ?? '' })),
    skipped: [],
  };
}

/** @param {() => Promise<void>} work @returns {Promise<import('./steps.mjs').StepResult>} */
async function asStep(work) {
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  try {
    await work();
    return { ok: true, seconds: seconds() };
  } catch (error) {
    const { message, details = '' } = /** @type {Error & { details?: string }} */ (error);
    return { ok: false, seconds: seconds(), details: `${message}\n${details}` };
  }
}

/** @param {Suite} suite @param {Context} context */
async function runVitest(suite, { env, timeoutMs, quiet }) {
  const report = join(REPORTS_DIR, `${suite.name}.json`);
  const notes = join(REPORTS_DIR, `${suite.name}.notes.json`);
  for (const file of [report, notes]) rmSync(file, { force: true });
  const reporters = ['default', 'json', at('scripts/lib/vitest-notes-reporter.mjs')];
  const args = [
    'run',
    '--project',
    suite.of,
    `--outputFile.json=${report}`,
    ...reporters.map((name) => `--reporter=${name}`),
  ];
  const result = await execNode(toolScript('vitest'), args, {
    env: { ...env, ...suite.env, TANDEM_NOTES_FILE: notes, VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' },
    timeoutMs,
    show: !quiet,
  });
  return judge(result, readJson(report), (data) => countVitest(data, readJson(notes) ?? {}));
}

/** @param {Suite} suite @param {Context} context */
async function runPlaywright(suite, { env, timeoutMs }) {
  const report = join(REPORTS_DIR, `${suite.name}.json`);
  rmSync(report, { force: true });
  const result = await execNode(toolScript('@playwright/test', 'playwright'), ['test', '-c', suite.of], {
    env: { ...env, ...suite.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    timeoutMs,
    show: true,
  });
  return judge(result, readJson(report), countPlaywright);
}

/** @param {Suite} suite @param {Context} context */
async function runProgram(suite, { env, timeoutMs }) {
  const result = await execNode('--import', ['tsx', suite.of], {
    env: { ...env, ...suite.env },
    timeoutMs,
    show: true,
  });
  return judge(result, result.stdout, (stdout) => countProgram(stdout));
}

/**
 * A runner that ends badly without naming a failed test (a crash, a leak, no test file) has failed all the same.
 * @template T
 * @param {import('./exec.mjs').ExecResult} result @param {T | undefined} data @param {(data: T) => Counts | undefined} count
 * @returns {Counts}
 */
function judge(result, data, count) {
  const said = lastLines(result.output, 15);
  const counts = data === undefined ? undefined : count(data);
  if (result.timedOut) {
    const late = {
      name: 'the suite',
      message: `Stopped after ${Math.round(result.seconds)} s, far over its budget.\n${said}`,
    };
    return {
      passed: counts?.passed ?? 0,
      failed: [...(counts?.failed ?? []), late],
      skipped: counts?.skipped ?? [],
    };
  }
  if (!counts) return broken(`It left no readable result (exit code ${result.code}).\n${said}`);
  if (result.code === 0 || counts.failed.length > 0) return counts;
  return {
    ...counts,
    failed: [{ name: 'the suite', message: `It ended with exit code ${result.code}.\n${said}` }],
  };
}

/** @param {string} file @returns {any} undefined when there is none or it is cut short */
function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
