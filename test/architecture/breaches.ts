/** One breach for each rule of .dependency-cruiser.mjs, laid out in a folder of its own. */

/** Files that break a rule. */
export interface Breach {
  readonly rule: string;
  /** The file that imports what it must not. */
  readonly from: string;
  readonly files: Readonly<Record<string, string>>;
}

const VALUE = 'export const value = 1;\n';

/** `from` imports `to`, which is written as well where it is a file of the project. */
function breach(rule: string, from: string, to: string, specifier: string): Breach {
  const imports = `import { value } from '${specifier}';\nexport const copy = value;\n`;
  return { rule, from, files: { ...(to === '' ? {} : { [to]: VALUE }), [from]: imports } };
}

const STAGES = ['parse', 'track', 'surface', 'segment', 'load', 'history', 'risk', 'advice', 'report'];

/** Each stage reaches for the one after it, by a type only: types are arrows too. */
const stageBreaches = STAGES.slice(0, -1).map((stage, index): Breach => {
  const next = STAGES[index + 1];
  return {
    rule: `${stage}-goes-right`,
    from: `src/${stage}/planted.ts`,
    files: {
      [`src/${next}/target.ts`]: 'export type Value = 1;\n',
      [`src/${stage}/planted.ts`]: `import type { Value } from '../${next}/target.ts';\nexport type Copy = Value;\n`,
    },
  };
});

/** A package imported outside the folder that wraps it. */
const wrapped = (name: string, specifier: string, from: string) => breach(`wrapped-${name}`, from, '', specifier);

/** See the file's comment. */
export const BREACHES: readonly Breach[] = [
  ...stageBreaches,
  breach('resolves', 'src/parse/lost.ts', '', './nowhere.ts'),
  {
    rule: 'no-cycles',
    from: 'src/track/egg.ts',
    files: {
      'src/track/hen.ts': "import { egg } from './egg.ts';\nexport const hen = () => egg;\n",
      'src/track/egg.ts': "import { hen } from './hen.ts';\nexport const egg = () => hen;\n",
    },
  },
  breach('foundation-stands-alone', 'src/stats/planted.ts', 'src/track/low.ts', '../track/low.ts'),
  breach('stages-know-no-road', 'src/report/road.ts', 'src/analyse.ts', '../analyse.ts'),
  breach('only-report-sees-readings', 'src/load/reading.ts', 'src/read.ts', '../read.ts'),
  breach('factors-never-see-each-other', 'src/risk/factors/one.ts', 'src/risk/factors/two.ts', './two.ts'),
  breach('history-knows-no-factor', 'src/history/knows.ts', 'src/risk/factors/three.ts', '../risk/factors/three.ts'),
  breach('src-is-pure', 'src/parse/outside.ts', 'server/db/outside.ts', '../../server/db/outside.ts'),
  breach('src-needs-no-node', 'src/parse/reads-files.ts', '', 'node:fs'),
  breach('src-has-few-packages', 'src/track/package.ts', '', 'commander'),
  breach('one-door-into-the-library', 'server/services/door.ts', 'src/track/inside.ts', '../../src/track/inside.ts'),
  breach('web-sees-contract-only', 'web/lib/server.ts', 'server/services/secret.ts', '../../server/services/secret.ts'),
  breach('web-needs-no-node', 'web/lib/node.ts', '', 'node:path'),
  breach('server-knows-no-page', 'server/http/page.ts', 'web/lib/page.ts', '../../web/lib/page.ts'),
  breach('contract-stands-alone', 'server/contract/leans.ts', 'server/db/leans.ts', '../db/leans.ts'),
  breach('routes-know-no-tables', 'server/http/table.ts', 'server/db/table.ts', '../db/table.ts'),
  breach('features-never-see-each-other', 'web/features/a/a.tsx', 'web/features/b/b.tsx', '../b/b.tsx'),
  breach('shared-web-knows-no-feature', 'web/components/c.tsx', 'web/features/c/c.tsx', '../features/c/c.tsx'),
  breach('nothing-imports-tests', 'server/jobs/tested.ts', 'test/support/tested.ts', '../../test/support/tested.ts'),
  breach('fixtures-know-no-test', 'fixtures/knows.ts', 'test/support/known.ts', '../test/support/known.ts'),
  breach('no-development-packages', 'server/services/dev.ts', '', 'fast-check'),
  wrapped('simple-statistics', 'simple-statistics', 'src/track/statistics.ts'),
  wrapped('fit-file-parser', 'fit-file-parser', 'server/services/fit.ts'),
  wrapped('saxes', 'saxes', 'server/services/xml.ts'),
  wrapped('chart', 'chart.js', 'web/features/charts/chart.tsx'),
  wrapped('leaflet', 'leaflet', 'web/features/maps/map.tsx'),
  wrapped('photostructure', '@photostructure/sqlite', 'server/services/store.ts'),
  wrapped('kysely', 'kysely', 'server/services/query.ts'),
  wrapped('express', 'express', 'server/services/web.ts'),
];
