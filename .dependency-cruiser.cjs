/**
 * Who may import whom: domain <- wire <- {api, web}; domain <- records <- api; domain <- scenarios <- {api's demo,
 * tests}.
 * The package.json files are the first fence, tests/architecture.test.ts the third.
 */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    forbid('no-cycles', 'A cycle has no first file to read.', {}, { circular: true }),
    forbid('no-unresolved', 'An import that leads nowhere.', {}, { couldNotResolve: true }),
    forbid(
      'domain-is-pure',
      'The clinical language runs in a browser and on a server alike: the schema library and nothing else.',
      { path: '^packages/domain/src/', pathNot: '[.]test[.]ts$' },
      { pathNot: ['^packages/domain/src/', '/node_modules/zod/'] },
    ),
    forbid(
      'no-rule-knows-the-estimate',
      'An estimated concentration must never decide anything (docs/estimate.md); not through other files either.',
      { path: '^packages/domain/src/(?!estimate/|index[.]ts$)', pathNot: '[.]test[.]ts$' },
      { path: '^packages/domain/src/estimate/', reachable: true },
    ),
    forbid(
      'no-read-back-shows-the-estimate',
      'Where a dose is typed and read back it must not be seen (product decision; docs/estimate.md).',
      { path: '^apps/web/src/(room/(composer|notices|steps)|entries)/' },
      { path: ['^packages/domain/src/estimate/', '^apps/web/src/room/estimate/'] },
    ),
    forbid(
      'wire-knows-domain-only',
      'The network contract.',
      { path: '^packages/wire/src/', pathNot: '[.]test[.]ts$' },
      { pathNot: ['^packages/(wire|domain)/src/', '/node_modules/zod/'] },
    ),
    forbid(
      'scenarios-know-domain-only',
      "Synthetic sessions are entry lists; writing them is the demo's work.",
      { path: '^packages/scenarios/src/', pathNot: '[.]test[.]ts$' },
      { pathNot: ['^packages/(scenarios|domain)/src/', '/node_modules/zod/'] },
    ),
    forbid(
      'records-know-domain-only',
      'What leaves the clinic is made from the record alone: no database, no network contract, no screen.',
      { path: '^packages/records/src/', pathNot: '[.]test[.]ts$' },
      { path: '^(apps|tests)/|^packages/(wire|scenarios)/' },
    ),
    forbid(
      'no-export-knows-the-estimate',
      'An estimated concentration is never exported as an observation (product decision; docs/estimate.md).',
      { path: '^packages/records/src/(fhir|csv|rems|bundle|text)/' },
      { path: '^packages/domain/src/estimate/' },
    ),
    forbid(
      'the-verifier-needs-nothing',
      'It runs from a file, without a server: the chain and nothing that only a server has.',
      { path: '^packages/records/src/verifier/', pathNot: '[.]test[.]ts$' },
      { pathNot: ['^packages/records/src/(verifier|bundle)/', '^packages/domain/src/'] },
    ),
    forbid(
      'web-stays-in-the-browser',
      'The dashboard sees the language and the contract, never the server.',
      { path: '^apps/web/' },
      { path: ['^apps/api/', '^packages/(records|scenarios)/'] },
    ),
    forbid(
      'api-stays-on-the-server',
      'The server never renders.',
      { path: '^apps/api/' },
      { path: '^apps/web/' },
    ),
    forbid(
      'scenarios-only-for-the-demo',
      'Invented sessions must not reach the code that serves real ones.',
      { path: '^apps/api/src/', pathNot: ['^apps/api/src/demo/', '[.]test[.]ts$'] },
      { path: '^packages/scenarios/' },
    ),
    forbid(
      'only-the-simulation-drives-the-dashboard',
      'Tests meet the dashboard in a browser. The simulation alone takes its data layer, which runs without one.',
      { path: '^tests/', pathNot: '^tests/simulation/' },
      { path: '^apps/web/' },
    ),
    forbid(
      'the-simulation-stops-at-the-data-layer',
      'What draws has no place in a world without a screen.',
      { path: '^tests/simulation/' },
      { path: '^apps/web/', pathNot: '^apps/web/src/data/' },
    ),
    forbid(
      'nothing-imports-tests',
      'Only tests lean on tests.',
      { pathNot: ['^tests/', '[.]test[.]tsx?$'] },
      { path: ['^tests/', '[.]test[.]tsx?$'] },
    ),
    forbid(
      'one-index-per-package',
      'Other packages are used through their index.',
      { path: '^(?:apps|packages|tests)/([^/]+)' },
      { path: '^packages/[^/]+/src/', pathNot: ['^packages/[^/]+/src/index[.]ts$', '^packages/$1/'] },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['/dist/', '[.]tandem/', '/node_modules/.*/node_modules/.*/node_modules/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
