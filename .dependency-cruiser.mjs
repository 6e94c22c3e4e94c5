/**
 * The arrows of docs/architecture.md as rules. test/architecture/fences.test.ts plants a breach of each and sees it caught.
 * dependency-cruiser reads TypeScript 7 through @swc/core; without that package it would pass on nothing at all.
 */

import { createRequire } from 'node:module';

// dependency-cruiser asks @swc/core for TypeScript without JSX, and so fails on every .tsx file. It takes the same object
// that this file takes, so the wish can be put right here; a version that does it itself makes these lines superfluous.
const swc = createRequire(import.meta.url)('@swc/core');
const parseFileSync = swc.parseFileSync;
swc.parseFileSync = (path, options) => parseFileSync(path, { ...options, tsx: path.endsWith('.tsx') });

/** The stages of the library from left to right; each may use those before it. */
const STAGES = ['parse', 'track', 'surface', 'segment', 'load', 'history', 'risk', 'advice', 'report'];

/** Shared words below all stages: units, results, numbers in words, statistics, sources. */
const BELOW = '^src/(units|result|engine|words)[.]ts$|^src/(stats|evidence)/';

/** Files of a later stage that hold only words, for earlier stages to speak with. */
const VOCABULARY = [
  // The classes of ground: a column of the track holds their numbers.
  { of: '^src/surface/surface[.]ts$', for: 'track' },
  // What a finding and a suggestion are.
  { of: '^src/report/schema[.]ts$', for: 'risk' },
  { of: '^src/report/schema[.]ts$', for: 'advice' },
];

const goesRight = STAGES.slice(0, -1).map((stage, index) => ({
  name: `${stage}-goes-right`,
  comment: `Data goes right only: ${stage} must not know the stages that come after it.`,
  severity: 'error',
  from: { path: `^src/${stage}/` },
  to: {
    path: `^src/(${STAGES.slice(index + 1).join('|')})/`,
    pathNot: VOCABULARY.filter((word) => word.for === stage).map((word) => word.of),
  },
}));

/** Packages that one folder wraps, so that the rest of the project sees our types and not theirs. */
const WRAPPED = [
  ['simple-statistics', '^src/stats/', 'a NaN makes its median and quantile silently wrong; src/stats guards them'],
  ['fit-file-parser', '^src/parse/|^fixtures/', 'its shapes end in parse; the fixtures use its encoder'],
  ['saxes', '^src/parse/', 'XML ends in parse'],
  ['chart[.]js|chartjs-plugin-[a-z]+', '^web/components/chart/', 'one folder knows how to decimate and to describe'],
  ['leaflet', '^web/components/map/', 'one folder decides what is fetched for a map'],
  ['@photostructure/sqlite', '^server/db/', 'the store can be changed in one place'],
  ['kysely', '^server/db/', 'queries live in repositories'],
  ['express|multer|helmet|compression', '^server/(http/|app[.]ts$|main[.]ts$)', 'use cases know no HTTP'],
];

const wrapped = WRAPPED.map(([packages, home, why]) => ({
  name: `wrapped-${packages.split(/[^a-z-]/).find((part) => part !== '')}`,
  comment: `Only its own folder imports it: ${why}.`,
  severity: 'error',
  from: { path: '^(src|server|web)/', pathNot: home },
  to: { path: `^node_modules/(${packages})/|node_modules/(@types/)?(${packages})/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'resolves',
      comment: 'An import that leads nowhere hides what is behind it from all other rules.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-cycles',
      comment: 'Two modules that need each other are one module, or lack a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    ...goesRight,
    {
      name: 'foundation-stands-alone',
      comment: 'What all stages stand on must not lean on any of them.',
      severity: 'error',
      from: { path: BELOW },
      to: { path: '^src/', pathNot: BELOW },
    },
    {
      name: 'stages-know-no-road',
      comment:
        'The roads (read, review, analyse) call the stages, never the other way; report takes the shape of a reading.',
      severity: 'error',
      from: { path: `^src/(${STAGES.join('|')}|stats|evidence)/` },
      to: { path: '^src/(index|analyse|review|read|context)[.]ts$', pathNot: '^src/(read|context)[.]ts$' },
    },
    {
      name: 'only-report-sees-readings',
      comment: 'A stage takes what it needs; only the report, which tells of all, takes a whole reading or context.',
      severity: 'error',
      from: { path: `^src/(${STAGES.slice(0, -1).join('|')}|stats|evidence)/` },
      to: { path: '^src/(read|context)[.]ts$' },
    },
    {
      name: 'factors-never-see-each-other',
      comment: 'A factor is read, tested and removed alone.',
      severity: 'error',
      from: { path: '^src/risk/factors/' },
      to: { path: '^src/risk/(factors/|registry[.]ts|evaluate[.]ts)' },
    },
    {
      name: 'history-knows-no-factor',
      comment: 'History is what happened; what it means is decided in risk.',
      severity: 'error',
      from: { path: '^src/history/' },
      to: { path: '^src/risk/' },
    },
    {
      name: 'src-is-pure',
      comment:
        'The same library runs in the server, a worker, the command line and the page: no Node module, nothing outside.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(server|web|fixtures|test)/' },
    },
    {
      name: 'src-needs-no-node',
      comment: 'A Node module in the library would break the page.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'src-has-few-packages',
      comment: 'Each package of the library is a decision: add it here and write an ADR.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: 'node_modules/', pathNot: 'node_modules/(zod|simple-statistics|fit-file-parser|saxes|xmlchars)/' },
    },
    {
      name: 'one-door-into-the-library',
      comment: 'Server and web see the library through src/index.ts only, so that its inside can change.',
      severity: 'error',
      from: { path: '^(server|web)/' },
      to: { path: '^src/', pathNot: '^src/index[.]ts$' },
    },
    {
      name: 'web-sees-contract-only',
      comment: 'The page and the server meet in the contract; anything else of the server would end in the bundle.',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^server/', pathNot: '^server/contract/' },
    },
    {
      name: 'web-needs-no-node',
      comment: 'The page runs in a browser.',
      severity: 'error',
      from: { path: '^web/', pathNot: '^web/vite[.]config[.]ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'server-knows-no-page',
      comment: 'The server serves built files and imports nothing of the page.',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^web/' },
    },
    {
      name: 'contract-stands-alone',
      comment: 'The contract is words for both sides: it knows neither the server nor the page.',
      severity: 'error',
      from: { path: '^server/contract/' },
      to: { path: '^(server|web)/', pathNot: '^server/contract/' },
    },
    {
      name: 'routes-know-no-tables',
      comment: 'Routes speak to services; only services and jobs reach the store.',
      severity: 'error',
      from: { path: '^server/http/' },
      to: { path: '^server/(db|jobs)/' },
    },
    {
      name: 'features-never-see-each-other',
      comment: 'A feature of the page can be read and removed alone; what two need goes to components or lib.',
      severity: 'error',
      from: { path: '^web/features/([^/]+)/' },
      to: { path: '^web/features/([^/]+)/', pathNot: '^web/features/$1/' },
    },
    {
      name: 'shared-web-knows-no-feature',
      comment: 'Components and lib serve the features and must not depend on one.',
      severity: 'error',
      from: { path: '^web/(components|lib)/' },
      to: { path: '^web/(features|app)/' },
    },
    {
      name: 'nothing-imports-tests',
      comment: 'What users run must not contain tests or made-up files.',
      severity: 'error',
      from: { path: '^(src|server|web)/' },
      to: { path: '^(test|fixtures)/' },
    },
    {
      name: 'fixtures-know-no-test',
      comment: 'Made-up files serve the sample season too, which is built without the tests.',
      severity: 'error',
      from: { path: '^fixtures/' },
      to: { path: '^(test|server|web)/' },
    },
    {
      name: 'no-development-packages',
      comment: 'What users run must work without the development dependencies.',
      severity: 'error',
      from: { path: '^(src|server|web)/', pathNot: '[.]config[.]ts$|^server/launch/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    ...wrapped,
  ],
  options: {
    parser: 'swc',
    // Types are arrows too: a stage that speaks another's types depends on it.
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|data|coverage)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.css', '.json'],
      conditionNames: ['import', 'types', 'default'],
    },
  },
};
