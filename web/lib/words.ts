import { careWords } from './words-care.ts';
import { dataWords } from './words-data.ts';
import { evidenceWords } from './words-evidence.ts';
import { groundWords } from './words-ground.ts';
import { importsWords } from './words-imports.ts';
import { mapTilesWords } from './words-map-tiles.ts';
import { mapsWords } from './words-maps.ts';
import { nextRunWords } from './words-next-run.ts';
import { onlineMapWords } from './words-online-map.ts';
import { painWords } from './words-pain.ts';
import { paintWords } from './words-paint.ts';
import { plansWords } from './words-plans.ts';
import { recordingsWords } from './words-recordings.ts';
import { reportWords } from './words-report.ts';
import { runsWords } from './words-runs.ts';
import { settingsWords } from './words-settings.ts';
import { terrainWords } from './words-terrain.ts';
import { trendsWords } from './words-trends.ts';
import { whatIfWords } from './words-what-if.ts';

/** Every sentence of the page in one catalogue, so that another language is one more file of each kind. */
export const words = {
  nav: {
    label: 'Pages',
    skip: 'Skip to content',
    runs: 'Runs',
    trends: 'Trends',
    nextRun: 'Before a run',
    nextRunShort: 'Before',
    pain: 'Pain',
    care: 'Care',
    settings: 'Settings',
    theme: { light: 'Light colours', dark: 'Dark colours' },
  },
  footEvidence: 'How the numbers are made, and their sources',
  foot: 'Your runs stay on this machine. Kneewise estimates mechanical load; it makes no diagnosis.',
  notFound: { title: 'There is no page here', detail: 'The address may be mistyped, or the run was deleted.' },
  states: {
    page: 'the page',
    loading: (what: string) => `Loading ${what}`,
    failedTitle: 'This could not be shown',
    failedDetail: 'Something in the page went wrong. Loading it again may help.',
    retry: 'Try again',
  },
  severity: { none: 'Fine', info: 'Worth knowing', moderate: 'Take note', high: 'Take care' },
  load: {
    unit: (units: 'km' | 'mi') => (units === 'mi' ? 'flat-easy miles' : 'flat-easy km'),
  },
  paint: paintWords,
  runs: runsWords,
  report: reportWords,
  whatIf: whatIfWords,
  trends: trendsWords,
  pain: painWords,
  nextRun: nextRunWords,
  plans: plansWords,
  care: careWords,
  redFlag: {
    urgent: 'See a doctor today',
    soon: 'Have the knee seen',
    stops: 'Advice on training waits until then. It comes back when the pain log no longer says so.',
  },
  settings: settingsWords,
  evidence: evidenceWords,
  imports: importsWords,
  data: dataWords,
  maps: mapsWords,
  terrain: terrainWords,
  mapTiles: mapTilesWords,
  onlineMap: onlineMapWords,
  ground: groundWords,
  recordings: recordingsWords,
} as const;
