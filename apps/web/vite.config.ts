import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { offlineShell } from './vite-shell.ts';

/**
 * Every zod schema carries the maker of its JSON schema, which the server alone asks for (OpenAPI): 6 of the 350 kB
 * that a room may load. Here it is left out, and says so should a page ever ask.
 */
const NONE = "const none = () => () => { throw new Error('JSON schemas are made on the server'); };";
/** A name that a later zod asks for and that is missing here fails the build. */
const stubs = [
  {
    file: 'zod/v4/core/to-json-schema.js',
    names: [
      'createToJSONSchemaMethod',
      'createStandardJSONSchemaMethod',
      'initializeContext',
      'processSchema',
      'extractDefs',
      'finalize',
      'handleUnrepresentable',
    ],
  },
  { file: 'zod/v4/core/json-schema-processors.js', names: ['toJSONSchema', 'allProcessors'] },
];

const withoutJsonSchema: Plugin = {
  name: 'without-json-schema',
  enforce: 'pre',
  load(id) {
    const stub = stubs.find(({ file }) => id.endsWith(file));
    return stub === undefined
      ? null
      : {
          code: `${NONE} export { ${stub.names.map((name) => `none as ${name}`).join(', ')} };`,
          moduleSideEffects: false,
        };
  },
};

/** All lines of the lanes are straight: whatever curve the library asks for is one. */
const curves = [
  ...['curveBasis', 'curveBasisClosed', 'curveBasisOpen', 'curveBumpX', 'curveBumpY', 'curveLinearClosed'],
  ...['curveMonotoneX', 'curveMonotoneY', 'curveNatural', 'curveStep', 'curveStepAfter', 'curveStepBefore'],
];

/**
 * The chart library looks up its scales by name among all that there are: logarithms, quantiles, calendars. Lanes are
 * linear in value and in milliseconds, write their own tick words and mix no colours; their ticks are given, never
 * sought in decimal arithmetic, and their lines are straight. So this is all of it: some 20 of the 350 kB that a room
 * may load. What is missing is something that nothing here names.
 */
const chartParts = [
  {
    file: 'victory-vendor/es/d3-scale.js',
    code: "export { scaleBand, scaleLinear, scalePoint } from 'd3-scale';",
  },
  {
    file: 'd3-interpolate/dist/d3-interpolate.mjs',
    code: `export const interpolateNumber = (a, b) => (t) => Number(a) * (1 - t) + b * t;
      export const interpolateRound = (a, b) => (t) => Math.round(Number(a) * (1 - t) + b * t);
      export const interpolate = interpolateNumber;
      export const piecewise = () => { throw new Error('lanes mix no colours'); };`,
  },
  {
    file: 'recharts/es6/util/scale/getNiceTickValues.js',
    code: 'export const getNiceTickValues = () => undefined; export const getTickValuesFixedDomain = () => undefined;',
  },
  {
    file: 'victory-vendor/es/d3-shape.js',
    code: `export { area, line, curveLinear, stack, stackOffsetExpand, stackOffsetNone, stackOffsetSilhouette,
        stackOffsetWiggle, stackOrderNone, symbol, symbolCircle, symbolCross, symbolDiamond, symbolSquare, symbolStar,
        symbolTriangle, symbolWye } from 'd3-shape';
      import { curveLinear } from 'd3-shape';
      export { ${curves.map((name) => `curveLinear as ${name}`).join(', ')} };`,
  },
  {
    file: 'd3-format/dist/d3-format.mjs',
    code: `const none = () => { throw new Error('lanes write their own tick words'); };
      export { ${['format', 'formatPrefix', 'formatSpecifier', 'precisionFixed', 'precisionPrefix', 'precisionRound'].map((name) => `none as ${name}`).join(', ')} };`,
  },
];

/**
 * The field library works out colours for its filled, light and outlined buttons from a palette. Ours come from
 * tokens.css, and of its buttons there is one, the eye in a password field: 1 of the 200 kB of sign-in with Today.
 */
const fieldColours: Plugin = {
  name: 'field-colours',
  enforce: 'pre',
  load: (id) =>
    id.endsWith('default-variant-colors-resolver/default-variant-colors-resolver.mjs')
      ? `export const defaultVariantColorsResolver = () => ({
          background: 'transparent', hover: 'transparent', color: 'inherit', hoverColor: 'inherit', border: 'none',
        });`
      : null,
};

/**
 * Of the field library's fourteen palettes none is shown; it computes its own variables from these four, and the values
 * of the others stand in its style sheet besides: half a kB of the 200.
 */
const fourPalettes: Plugin = {
  name: 'four-palettes',
  enforce: 'pre',
  transform: (code, id) =>
    id.endsWith('MantineProvider/default-colors.mjs')
      ? code.replace(/^\t(?!dark|gray|red|blue)\w+: \[[^\]]*\],?$/gm, '')
      : null,
};

const linearChartsAlone: Plugin = {
  name: 'linear-charts-alone',
  enforce: 'pre',
  load: (id) => chartParts.find(({ file }) => id.endsWith(file))?.code ?? null,
};

/**
 * What folds a record and raises its notices, in one piece: every page that shows a session needs all of it, and as
 * eight parts it weighs 2 of a room's 350 kB more. What Today needs of the domain is not among it.
 */
const record = new RegExp(
  `packages/domain/src/(${[
    'entries/(?!entry-kind|lifecycle|dose[.]|phase)',
    'session/(evolve|feed|select|seq-list|state|expected[.]|administrations|ketamine-given)',
    'rules/(sign-notices|dose-checks|dose-notices|dose-limits|notice|due-notices|gate|still-going|vitals-)',
    'checklist/catalog',
    'protocol/(protocol|route-schedule)',
    'scales/instruments',
    'issues',
  ].join('|')})`,
);

export default defineConfig({
  plugins: [react(), withoutJsonSchema, fieldColours, fourPalettes, linearChartsAlone, offlineShell()],
  server: {
    host: '127.0.0.1',
    proxy: { '/api': { target: 'http://127.0.0.1:3000', ws: true } },
  },
  build: {
    target: 'es2023',
    // The first page holds the names of all 150 parts: a letter less in each is a tenth of a kB.
    rolldownOptions: {
      output: {
        chunkFileNames: 'assets/[name]-[hash:7].js',
        assetFileNames: 'assets/[name]-[hash:7][extname]',
        codeSplitting: { groups: [{ name: 'record', test: record }], includeDependenciesRecursively: false },
      },
    },
    // Every page could name the parts of every other one, so that all of them are asked for at once: 2 kB in the first
    // page. Those that are opened in a hurry are; the others find theirs one step later.
    modulePreload: {
      resolveDependencies: (page, parts) => (/(today|room|sign-in)-page|on-demand/.test(page) ? parts : []),
    },
    sourcemap: true,
    minify: 'terser',
    terserOptions: { module: true, ecma: 2020, compress: { passes: 2 } },
    // Charts weigh as much as everything else and are needed in the room alone (performance.md, G11). They are split
    // off by their lazy import; a named group would draw shared helpers into it, and sign-in would load it too.
  },
});
