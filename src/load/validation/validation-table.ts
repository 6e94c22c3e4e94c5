/**
 * The validation table of model KL-1: every published number it is held to. Nothing is hidden: a row that fails or whose
 * source could not be read stays in the table and says so.
 */
import { expectedCadenceSpm, POPULATION_HEIGHT_M } from '../preferred-cadence.ts';
import { REFERENCE_SPEED_MPS } from '../step-load.ts';
import { CHOSEN_MPS, tibiofemoralRunningBw } from '../tibiofemoral.ts';
import { GRADE_ROWS } from './grade-rows.ts';
import { at, check, type RowResult, type ValidationRow } from './row.ts';
import { SPEED_ROWS } from './speed-rows.ts';
import { STEP_RATE_ROWS } from './step-rate-rows.ts';

const expected = (speedMps: number) => expectedCadenceSpm(speedMps, POPULATION_HEIGHT_M, 0);

const OTHER_ROWS: readonly ValidationRow[] = [
  {
    number: 19,
    use: 'check',
    title: 'Treadmill against ground',
    studies: ['Willy2016Treadmill'],
    checks: [{ condition: 'kneecap joint', published: at(0), tolerance: 0, unit: '%', model: () => 0 }],
    remark: 'The model takes no surface: 0 by construction.',
  },
  {
    number: 20,
    use: 'calibration',
    title: 'Expected cadence at 2.78 m/s, height 1.814 m',
    studies: ['VanOeveren2019'],
    checks: [
      {
        condition: 'level',
        published: at(166.7),
        tolerance: 0.5,
        unit: 'steps/min',
        model: () => expected(REFERENCE_SPEED_MPS),
      },
    ],
    remark: null,
  },
  {
    number: 21,
    use: 'check',
    title: 'Cadence gained with speed',
    studies: ['VanOeveren2019', 'Burns2019'],
    checks: [
      {
        condition: '3 to 4 m/s',
        published: [5.6, 6],
        tolerance: 1,
        unit: 'steps/min per m/s',
        model: () => expected(4) - expected(3),
      },
    ],
    remark: null,
  },
  {
    number: 30,
    use: 'calibration',
    title: 'Between thigh and shin bone: peak of level running',
    studies: ['Miller2014'],
    checks: [
      {
        condition: 'chosen speed',
        published: at(8.02),
        tolerance: 0.4,
        unit: 'BW',
        model: () => tibiofemoralRunningBw(CHOSEN_MPS, 1),
      },
    ],
    remark: 'The speed they chose is taken as 3.2 m/s (assumption). A secondary number: it takes no part in the load.',
  },
  {
    number: 31,
    use: 'calibration',
    title: 'Between thigh and shin bone: cadence +7.5 %',
    studies: ['Willy2016Load'],
    checks: [
      {
        condition: 'peak force',
        published: at(-0.8),
        tolerance: 0.2,
        unit: 'BW',
        model: () => tibiofemoralRunningBw(CHOSEN_MPS, 1.075) - tibiofemoralRunningBw(CHOSEN_MPS, 1),
      },
    ],
    remark: null,
  },
];

/** All rows, by number. */
export const VALIDATION_ROWS: readonly ValidationRow[] = [
  ...STEP_RATE_ROWS,
  ...SPEED_ROWS,
  ...GRADE_ROWS,
  ...OTHER_ROWS,
].toSorted((a, b) => a.number - b.number);

/** Holds the model to every row. */
export const validationTable = (): readonly RowResult[] => VALIDATION_ROWS.map(check);

/** The table as text, a line a check. */
export function formatValidationTable(rows: readonly RowResult[]): string {
  const lines = rows.flatMap((row) => [
    `${String(row.number).padStart(2)}  ${row.status.toUpperCase().padEnd(4)}  ${row.title}  [${row.studies.join(', ')}; ${row.read}; ${row.use}]`,
    ...row.checks.map(
      (result) =>
        `          ${result.condition}: published ${span(result.published)} ${result.unit}, model ${shown(result.found)}, allowed ±${result.tolerance}${result.met ? '' : '  <- outside'}`,
    ),
    ...(row.remark === null ? [] : [`          ${row.remark}`]),
  ]);
  const count = (status: RowResult['status']) => rows.filter((row) => row.status === status).length;
  return [
    ...lines,
    '',
    `${rows.length} rows: ${count('pass')} pass, ${count('fail')} fail, ${count('open')} open`,
  ].join('\n');
}

const shown = (value: number): string => String(Number(value.toFixed(2)));
const span = ([low, high]: readonly [number, number]): string =>
  low === high ? shown(low) : `${shown(low)} to ${shown(high)}`;
