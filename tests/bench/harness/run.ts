import { Bench, type BenchOptions } from './bench.ts';

/**
 * Runs `work` on a bench and takes everything down again, also on a failure and on Ctrl-C: no process and no
 * file of the run is left.
 */
export async function runBench<T>(options: BenchOptions, work: (bench: Bench) => Promise<T>): Promise<T> {
  const starting = Bench.start(options);
  let stopping: Promise<void> | null = null;
  const stop = () => {
    stopping ??= starting.then(
      (bench) => bench.stop(),
      () => {},
    );
    return stopping;
  };
  const onSignal = (signal: NodeJS.Signals) => {
    void stop().finally(() => process.exit(signal === 'SIGINT' ? 130 : 143));
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  try {
    return await work(await starting);
  } finally {
    await stop();
    process.off('SIGINT', onSignal);
    process.off('SIGTERM', onSignal);
  }
}
