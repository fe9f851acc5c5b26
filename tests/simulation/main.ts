import { addFigures, figureLines, noFigures } from './figures.ts';
import { simulate } from './simulate.ts';

/**
 * `npx tsx tests/simulation/main.ts SEED [COUNT]`: runs COUNT sessions from SEED on and prints what happened; one
 * session alone with its trace.
 */
const [seed = 1, count = 1] = process.argv.slice(2).map(Number);
const sum = noFigures();
const startedMs = performance.now();
let failed = 0;
for (let at = seed; at < seed + count; at += 1) {
  const { broken, trace, digest, figures } = await simulate(at);
  addFigures(sum, figures);
  if (count === 1 || (broken.length > 0 && failed < 3)) {
    console.log([`seed ${at}, trace ${digest}`, ...trace, ...broken].join('\n'));
  }
  if (broken.length > 0) failed += 1;
}
console.log(figureLines(sum, performance.now() - startedMs).join('\n'));
console.log(`${Math.round(process.cpuUsage().user / 1000 / count)} ms of processor time a session`);
console.log(`${failed} of ${count} sessions broke a promise`);
process.exitCode = failed > 0 ? 1 : 0;
