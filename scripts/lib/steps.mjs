import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { execNode } from './exec.mjs';
import { at, STATE_DIR, toolScript, workspaceDirs } from './paths.mjs';
import { lastLines } from './problem.mjs';

/**
 * @typedef {{ name: string, run: () => Promise<StepResult> }} Step
 * @typedef {{ ok: boolean, seconds: number, note?: string, details?: string }} StepResult
 */

/** One per tsconfig.json, so that a package that cannot see the DOM or Node is checked without them. */
export function typeSteps() {
  return ['.', ...workspaceDirs(), 'apps/web/service-worker']
    .filter((dir) => existsSync(at(dir, 'tsconfig.json')))
    .map((dir) => {
      const name = dir === '.' ? 'scripts' : dir;
      const memory = join(STATE_DIR, 'types', `${name.replaceAll('/', '-')}.tsbuildinfo`);
      const args = ['-p', dir, '--incremental', '--tsBuildInfoFile', memory];
      return tool(`types ${name}`, toolScript('typescript-7', 'tsc'), args);
    });
}

export function lintSteps() {
  const biome = ['check', '--error-on-warnings', '--colors=off', '--max-diagnostics=60'];
  return [
    tool('format and lint', toolScript('@biomejs/biome', 'biome'), biome),
    { name: 'directions', run: checkDirections },
    tool('unused code', toolScript('knip'), ['--no-progress', '--no-config-hints']),
  ];
}

/** @param {string} name @param {string} script @param {string[]} args @returns {Step} */
function tool(name, script, args) {
  return {
    name,
    async run() {
      const { code, output, seconds } = await execNode(script, args, { timeoutMs: 240_000 });
      return { ok: code === 0, seconds, details: lastLines(output, 60) };
    },
  };
}

/** @returns {Promise<StepResult>} */
async function checkDirections() {
  const args = ['apps', 'packages', 'tests', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'];
  const script = toolScript('dependency-cruiser', 'depcruise');
  const { output, stdout, seconds } = await execNode(script, args, { timeoutMs: 240_000 });
  const read = readCruise(stdout);
  if (!read) return { ok: false, seconds, details: lastLines(output, 30) };
  const details = read.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`).join('\n');
  // With a compiler it does not know, dependency-cruiser looks at nothing and reports success.
  if (read.modules === 0)
    return { ok: false, seconds, details: 'No module was looked at, so nothing was checked.' };
  return { ok: read.violations.length === 0, seconds, note: `${read.modules} modules`, details };
}

/** @param {string} json */
export function readCruise(json) {
  try {
    const { summary, modules } = JSON.parse(json);
    const ours = modules.filter((/** @type {{ source: string }} */ { source }) =>
      /^(apps|packages|tests)\/[^/]+.*\.tsx?$/.test(source),
    );
    /** @type {{ rule: { name: string }, from: string, to: string }[]} */
    const violations = summary.violations.filter(
      (/** @type {{ rule: { severity: string } }} */ { rule }) => rule.severity === 'error',
    );
    return { modules: ours.length, violations };
  } catch {
    return undefined;
  }
}

/**
 * Two at a time, results in the order of the list, each told as soon as it is known.
 * @param {Step[]} steps @param {(step: Step, result: StepResult) => void} tell
 */
export async function runSteps(steps, tell) {
  /** @type {{ step: Step, result: StepResult }[]} */
  const results = [];
  const queue = steps.map((step, index) => ({ step, index }));
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const result = await next.step.run();
      tell(next.step, result);
      results[next.index] = { step: next.step, result };
    }
  };
  await Promise.all([worker(), worker()]);
  return results;
}

/** @param {number} seconds */
export const inSeconds = (seconds) => `${seconds.toFixed(1)} s`;

/** @param {Step} step @param {StepResult} result */
export function stepLine({ name }, { ok, seconds, note }) {
  return `  ${ok ? 'ok    ' : 'FAILED'} ${name.padEnd(28)} ${inSeconds(seconds).padStart(7)}${note ? `  ${note}` : ''}`;
}
