import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const sources = {
  floor: new URL('../floor.ts', import.meta.url),
  loadGenerator: new URL('../load-generator.ts', import.meta.url),
  apiProcess: new URL('../programs/api-process.ts', import.meta.url),
  scenarioWriter: new URL('../programs/scenario-writer.ts', import.meta.url),
} as const;
export type ProgramName = keyof typeof sources;
export type Programs = Readonly<Record<ProgramName, string>>;

/**
 * Every measured program is compiled ahead, as the server is for production: a loader at run time wraps each
 * function to keep its name, which costs the floor and Tandem differently.
 */
export async function buildPrograms(dir: string): Promise<Programs> {
  const names = Object.keys(sources) as ProgramName[];
  await build({
    entryPoints: names.map((name) => ({ in: fileURLToPath(sources[name]), out: name })),
    outdir: dir,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    sourcemap: true,
    logLevel: 'error',
  });
  return Object.fromEntries(names.map((name) => [name, join(dir, `${name}.cjs`)])) as Programs;
}
