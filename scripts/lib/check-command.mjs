import { applyRules, readable, summaryLine } from './reports.mjs';
import { runSuite } from './run-suite.mjs';
import { inSeconds, lintSteps, runSteps, stepLine, typeSteps } from './steps.mjs';
import { SUITES } from './suites.mjs';

/** Everything that needs neither a database nor a browser. @param {(line: string) => void} say */
export async function runCheck(say) {
  const began = performance.now();
  const results = await runSteps([...lintSteps(), ...typeSteps()], (step, result) =>
    say(stepLine(step, result)),
  );
  const failed = results.filter(({ result }) => !result.ok);
  for (const { step, result } of failed) say(`\n✗ ${step.name}\n${readable(result.details ?? '')}`);

  const unit = SUITES.filter(({ name }) => name === 'unit');
  let unitFailed = 0;
  for (const suite of unit) {
    const counts = applyRules(
      await runSuite(suite, { env: {}, timeoutMs: 240_000, say, quiet: true }),
      false,
    );
    unitFailed += counts.failed.length;
    for (const { name, message } of counts.failed) say(`\n✗ ${name}\n${readable(message)}`);
    say(`  unit tests: ${summaryLine(counts.passed, counts.failed.length, counts.skipped.length)}`);
  }
  const bad = failed.length + unitFailed;
  const seconds = inSeconds((performance.now() - began) / 1000);
  say(bad === 0 ? `Everything holds (${seconds}).` : `${bad} to repair (${seconds}).`);
  return bad === 0;
}
