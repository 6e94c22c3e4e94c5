/** The part of `npm run bench` that is about maps: a region of 100 MB indexed, opened, and a marathon laid on it. */
import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CellFolder } from '../../server/maps/cell-folder.ts';
import { cellBox } from '../../server/maps/cells.ts';
import { loadMapFile, openMap } from '../../server/maps/map-file.ts';
import { overpassSource } from '../../server/maps/overpass.ts';
import { read } from '../../src/read.ts';
import { matchWays } from '../../src/surface/match/match-ways.ts';
import { layTrack } from '../support/lay-track.ts';
import { pbfPieces } from '../support/small-map.ts';
import { bigMapNodes, bigMapWays } from './big-map.ts';
import { cellAnswer } from './cell-answer.ts';
import { makeInput } from './inputs.ts';
import { table, timeTasks } from './measure.ts';

const MARATHON_M = 42_195;
const ROUNDS = 5;
/** What a marathon may take on an open map, and opening a loaded map, milliseconds; what indexing may hold, MB. */
const BUDGET = { matchMs: 1000, openMs: 20, indexMb: 1024 } as const;

const folder = mkdtempSync(join(tmpdir(), 'kneewise-map-bench-'));
const [from, to] = [join(folder, 'big.osm.pbf'), join(folder, 'big.ways')];
const file = openSync(from, 'w');
for (const piece of pbfPieces(bigMapNodes(), bigMapWays())) writeSync(file, piece);
closeSync(file);
const added = JSON.parse(
  execFileSync(process.execPath, [join(import.meta.dirname, 'add-map.js'), from, to]).toString(),
);
const data = loadMapFile(to);
const map = openMap(data);
const laid = layTrack(map, MARATHON_M, { noiseM: 5, memoryS: 30, everyS: 1 }, 1);
const { bytes } = makeInput('marathon.fit');
/** Well inside the made-up region, which begins at 0, -30. */
const CELL = { column: -597, row: 3 };
const answer = join(folder, 'answer.json');
writeFileSync(answer, cellAnswer(map, CELL));
const cells = new CellFolder(folder);
const timings = timeTasks(
  [
    { name: 'load', run: () => loadMapFile(to) },
    { name: 'open', run: () => openMap(data) },
    { name: 'match', run: () => matchWays(laid, map) },
    { name: 'keep', run: () => cells.keep(CELL, overpassSource(answer)) },
    { name: 'cell', run: () => [...cells.mapsIn(cellBox(CELL))] },
    { name: 'read', run: () => read(bytes, { sha256: '0'.repeat(64) }) },
  ],
  ROUNDS,
);
const fileMb = statSync(from).size / 1e6;
const mapMb = statSync(to).size / 1e6;
const answerMb = statSync(answer).size / 1e6;
const cellMb = cells.size().bytes / 1e6;
rmSync(folder, { recursive: true });

const ms = (name: string): number => timings.get(name) as number;
const rows = [
  ['extract', fileMb.toFixed(0), 'MB'],
  ['indexing', added.seconds.toFixed(1), 's'],
  ['indexing, peak of its process', added.peakMb.toFixed(0), 'MB'],
  ['map file', mapMb.toFixed(0), 'MB'],
  ['ways', `${map.facts.ways}`, ''],
  ['load a map file', ms('load').toFixed(1), 'ms'],
  ['open a loaded map', ms('open').toFixed(2), 'ms'],
  [`lay ${laid.length} samples of a marathon on it`, ms('match').toFixed(0), 'ms'],
  ['the same ÷ reading a marathon without a map', (ms('match') / ms('read')).toFixed(2), '×'],
  ['answer of an online map for a cell', answerMb.toFixed(1), 'MB'],
  ['make a map of it', ms('keep').toFixed(0), 'ms'],
  ['its file', cellMb.toFixed(1), 'MB'],
  ['load and open it', ms('cell').toFixed(1), 'ms'],
];
const over = [
  ...(ms('match') > BUDGET.matchMs
    ? [`a marathon took ${ms('match').toFixed(0)} ms, its budget is ${BUDGET.matchMs}`]
    : []),
  ...(ms('open') > BUDGET.openMs ? [`opening took ${ms('open').toFixed(0)} ms, its budget is ${BUDGET.openMs}`] : []),
  ...(added.peakMb > BUDGET.indexMb
    ? [`indexing held ${added.peakMb.toFixed(0)} MB, its budget is ${BUDGET.indexMb}`]
    : []),
];
process.stdout.write(
  `${table(['maps', 'is', ''], rows)}\n\n${over.length === 0 ? 'Within every budget.' : `Over budget: ${over.join('; ')}.`}\n`,
);
process.exitCode = over.length === 0 ? 0 : 1;
