/** The command line's entry: `npm run -s kneewise -- …`. */
import { cwd, env, stderr, stdout } from 'node:process';
import { Command, CommanderError } from 'commander';
import { ENGINE_VERSION } from '#core';
import { dataFolderOf } from '../config.ts';
import { type AnalyzeOptions, analyze } from './analyze-command.ts';
import { backUp, examine, exportTo, restoreFrom, setPassword } from './data-commands.ts';
import { importPaths } from './import-command.ts';
import { mapAdd, mapList, mapRemove } from './map-command.ts';
import { type PlanOptions, tellPlan } from './plan-command.ts';
import { type ReportOptions, writeReport } from './report-command.ts';
import { terrainAdd, terrainList, terrainRemove } from './terrain-command.ts';
import { UsageError } from './usage-error.ts';

/** All files could be read. */
const EXIT_ALL_READ = 0;
/** Some file gave no report. */
const EXIT_SOME_REFUSED = 1;
/** The command was not understood. */
const EXIT_USAGE = 2;

// A reader that has seen enough, such as `head`, closes the pipe: no reason to complain.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT_ALL_READ);
  throw error;
});

const dataFolder = () => dataFolderOf(env.KNEEWISE_DATA, cwd());

const program = new Command('kneewise')
  .description('Tells what a run asked of the knees, from FIT, GPX and TCX files.')
  .version(ENGINE_VERSION)
  .exitOverride();

program
  .command('analyze')
  .description(
    'Reads watch files and reports on each run in them. Files given together are one runner’s history for each other.',
  )
  .argument('<FILE...>', 'FIT, GPX or TCX files, also packed as ZIP or gzip')
  .option('--profile <profile.json>', 'what the runner tells: heightM, bodyMassKg, runningYears, lastKneeInjury …')
  .option('--as-run', 'take files that name another sport, or none, for runs')
  .option('--json', 'one line of JSON a run, in the order given')
  .action(async (files: string[], options: AnalyzeOptions) => {
    const allRead = await analyze(files, options, dataFolder(), stdout);
    process.exitCode = allRead ? EXIT_ALL_READ : EXIT_SOME_REFUSED;
  });

program
  .command('report')
  .description(
    'Writes the report of one run as one HTML file that asks no server for anything, for a physio or a printer.',
  )
  .argument('<FILE>', 'a FIT, GPX or TCX file, also packed as ZIP or gzip')
  .requiredOption('-o, --output <report.html>', 'the file to write')
  .option('--profile <profile.json>', 'what the runner tells, as for analyze')
  .option('--run <number>', 'which run, where the file holds several')
  .option('--data <folder>', 'a data folder: its maps, terrain, profile and earlier runs are taken into account')
  .option('--with-pain', 'tell of the pain logged in that data folder where a finding goes by it')
  .option('--with-map', 'draw the shape of the way; without it the file holds no positions')
  .option('--privacy-radius <metres>', 'what the map leaves out round start and finish (200 unless given)')
  .action((file: string, options: ReportOptions) => writeReport(file, options, dataFolder()));

program
  .command('plan')
  .description(
    'Tells what a planned route would ask of the knees, at the pace and cadence of the runs in the data folder.',
  )
  .argument('<FILE>', 'GPX track or route, a TCX or FIT course, or a recorded run')
  .option('--data <FOLDER>', 'the data folder (KNEEWISE_DATA, or ./data); without runs there, paces are assumed')
  .option('--json', 'the forecast as one line of JSON')
  .action((file: string, options: PlanOptions) => tellPlan(file, options, dataFolder(), stdout));

program
  .command('import')
  .description('Takes files, folders and whole account exports (ZIP, as they come) into the data folder.')
  .argument('<PATH...>', 'files, folders, ZIPs; they stay where they are')
  .action(async (paths: string[]) => {
    process.exitCode = (await importPaths(paths, stdout)) ? EXIT_ALL_READ : EXIT_SOME_REFUSED;
  });

program
  .command('doctor')
  .description('Checks the database, every original against its fingerprint, and every report against this version.')
  .option('--mend', 'mends what can be mended')
  .action(async ({ mend = false }: { mend?: boolean }) => {
    process.exitCode = (await examine(mend, stdout)) ? EXIT_ALL_READ : EXIT_SOME_REFUSED;
  });

program
  .command('backup')
  .description('Makes a copy of the database now, beside those that Kneewise makes every day.')
  .action(() => backUp(stdout));

program
  .command('export')
  .description('Writes everything to one ZIP: originals, profile, pain log, edits, reports as JSON and CSV.')
  .argument('<FILE.zip>')
  .action((path: string) => exportTo(path, stdout));

program
  .command('restore')
  .description('Puts an export or a backup into an empty data folder.')
  .argument('<FILE>', 'a ZIP of kneewise export, or a file of the folder backups')
  .action((path: string) => restoreFrom(path, stdout));

program
  .command('password')
  .description('Sets the password of the server, read from standard input.')
  .action(() => setPassword(stdout));

const map = program
  .command('map')
  .description('Maps tell what a run was on. They are kept in the data folder (KNEEWISE_DATA, or ./data).');
map
  .command('add')
  .description('Takes in an extract of OpenStreetMap as it comes from a download site.')
  .argument('<FILE>', 'an .osm.pbf file')
  .action((file: string) => mapAdd(dataFolder(), file, stdout));
map
  .command('list')
  .description('Lists the maps.')
  .action(() => mapList(dataFolder(), stdout));
map
  .command('remove')
  .description('Removes a map. Runs are read again without it.')
  .argument('<NAME>', 'as the list shows it')
  .action((name: string) => mapRemove(dataFolder(), name, stdout));
const terrain = program
  .command('terrain')
  .description(
    'Terrain tiles tell how high the ground lies, for runs without an altitude of their own or with one by satellites. They are kept in the data folder (KNEEWISE_DATA, or ./data).',
  );
terrain
  .command('add')
  .description('Takes in tiles as SRTM and its successors give them out, such as N42E001.hgt.')
  .argument('<FOLDER|FILE>', '.hgt files, also packed as ZIP or gzip, or a folder that holds such')
  .action(async (from: string) => {
    const allAdded = await terrainAdd(dataFolder(), from, stdout);
    process.exitCode = allAdded ? EXIT_ALL_READ : EXIT_SOME_REFUSED;
  });
terrain
  .command('list')
  .description('Lists the tiles.')
  .action(() => terrainList(dataFolder(), stdout));
terrain
  .command('remove')
  .description('Removes a tile.')
  .argument('<NAME>', 'as the list shows it')
  .action((name: string) => terrainRemove(dataFolder(), name, stdout));

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    // Asking for help or the version is no mistake; everything else that commander refuses is one.
    const asked = ['commander.helpDisplayed', 'commander.version'].includes(error.code);
    process.exitCode = asked ? EXIT_ALL_READ : EXIT_USAGE;
  } else if (error instanceof UsageError) {
    stderr.write(`error: ${error.message}\n`);
    process.exitCode = EXIT_USAGE;
  } else throw error;
}
