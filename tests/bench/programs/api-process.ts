import { pathToFileURL } from 'node:url';
import { answerCalls, serverCalls } from '../harness/calls.ts';

/** The server as `npm start` runs it, from the same bundle, with a channel to ask for its CPU time and memory. */
async function run(): Promise<void> {
  const bundle = process.env.BENCH_API_BUNDLE as string;
  const { main } = (await import(pathToFileURL(bundle).href)) as { main: () => Promise<void> };
  await main();
  answerCalls(serverCalls, null);
}

run().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
