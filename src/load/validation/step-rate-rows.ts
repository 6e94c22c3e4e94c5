import { runningStep } from '../running-step.ts';
import { REFERENCE_SPEED_MPS } from '../step-load.ts';
import { at, changePct, type ValidationRow } from './row.ts';

/** Step rate 10 % up as a ratio, and so on for each condition studied. */
const usual = runningStep(REFERENCE_SPEED_MPS, 0, 1);
const step = (ratio: number) => runningStep(REFERENCE_SPEED_MPS, 0, ratio);
const peak = (ratio: number) => changePct(step(ratio).peakBw, usual.peakBw);
const impulse = (ratio: number) => changePct(step(ratio).p1, usual.p1);
const impulsePerKm = (ratio: number) => changePct(step(ratio).p1 * ratio, usual.p1);
const work = (ratio: number) => changePct(step(ratio).p2, usual.p2);
const workPerKm = (ratio: number) => changePct(step(ratio).p2 * ratio, usual.p2);

/** Step 10 % shorter at the same speed: steps 1/0.9 as often. */
const SHORT_STEP = 1 / 0.9;
/** Willson 2014 asked for "at least" 10 %; step and mile figures together imply these ratios (derived). */
const WILLSON_SHORT = 1.19;
const WILLSON_LONG = 0.87;

/** Rows on step rate and step length. */
export const STEP_RATE_ROWS: readonly ValidationRow[] = [
  {
    number: 1,
    use: 'calibration',
    title: 'Step rate +10 %, peak force',
    studies: ['Lenhart2014'],
    checks: [{ condition: 'peak force', published: at(-14), tolerance: 3, unit: '%', model: () => peak(1.1) }],
    remark: null,
  },
  {
    number: 2,
    use: 'check',
    title: 'Step rate +10 % in runners with kneecap pain, peak force',
    studies: ['Bonacci2018'],
    checks: [{ condition: 'force and stress', published: [-19, -16], tolerance: 5, unit: '%', model: () => peak(1.1) }],
    remark: null,
  },
  {
    number: 3,
    use: 'calibration',
    title: 'Step 10 % shorter, a step',
    studies: ['Willson2015'],
    checks: [
      { condition: 'peak force', published: [-20, -15], tolerance: 2, unit: '%', model: () => peak(SHORT_STEP) },
      { condition: 'impulse', published: [-20, -15], tolerance: 2, unit: '%', model: () => impulse(SHORT_STEP) },
    ],
    remark: null,
  },
  {
    number: 4,
    use: 'check',
    title: 'Step 10 % shorter, a kilometre',
    studies: ['Willson2015'],
    checks: [
      {
        condition: 'impulse a km',
        published: [-12, -9],
        tolerance: 3,
        unit: '%',
        model: () => impulsePerKm(SHORT_STEP),
      },
    ],
    remark: 'The model falls short of the published effect.',
  },
  {
    number: 5,
    use: 'check',
    title: 'Shorter steps, women',
    studies: ['Willson2014'],
    checks: [
      { condition: 'a step', published: at(-22.2), tolerance: 6, unit: '%', model: () => peak(WILLSON_SHORT) },
      { condition: 'a mile', published: at(-7.5), tolerance: 6, unit: '%', model: () => impulsePerKm(WILLSON_SHORT) },
    ],
    remark: 'The true change of step length is derived from the two published figures.',
  },
  {
    number: 6,
    use: 'check',
    title: 'Longer steps, women',
    studies: ['Willson2014'],
    checks: [
      { condition: 'a step', published: at(31), tolerance: 7, unit: '%', model: () => peak(WILLSON_LONG) },
      { condition: 'a mile', published: at(14), tolerance: 7, unit: '%', model: () => impulsePerKm(WILLSON_LONG) },
    ],
    remark: 'The true change of step length is derived from the two published figures.',
  },
  {
    number: 7,
    use: 'calibration',
    title: 'Retrained step rate +8.6 %, knee work',
    studies: ['Willy2016Retraining'],
    checks: [
      { condition: 'a stride', published: at(-26.9), tolerance: 5, unit: '%', model: () => work(1.086) },
      { condition: 'a km', published: at(-21.1), tolerance: 5, unit: '%', model: () => workPerKm(1.086) },
    ],
    remark: null,
  },
  {
    number: 8,
    use: 'check',
    title: 'Cadence +7.5 %',
    studies: ['Willy2016Load'],
    checks: [
      { condition: 'peak force', published: at(-10), tolerance: 3, unit: '%', model: () => peak(1.075) },
      { condition: 'impulse a km', published: at(-5), tolerance: 3, unit: '%', model: () => impulsePerKm(1.075) },
    ],
    remark: 'Published as -0.5 BW and -15 BW·s a km; per cent derived with 5 BW and 300 BW·s as bases.',
  },
  {
    number: 9,
    use: 'check',
    title: 'Step rate +5 and +10 %, energy absorbed by the knee',
    studies: ['Heiderscheit2011'],
    checks: [
      { condition: '+5 %', published: at(-20), tolerance: 8, unit: '%', model: () => work(1.05) },
      { condition: '+10 %', published: at(-34), tolerance: 8, unit: '%', model: () => work(1.1) },
    ],
    remark: 'Published numbers only remembered; row 28 stands in its place.',
    sourceUnread: true,
  },
  {
    number: 26,
    use: 'check',
    title: 'Step rate ±10 %, impulse a kilometre, between two studies',
    studies: ['VanHooren2024', 'Hagen2023'],
    checks: [
      { condition: '+10 %', published: [-18, -2.6], tolerance: 0, unit: '%', model: () => impulsePerKm(1.1) },
      { condition: '−10 %', published: [-0.4, 13.4], tolerance: 0, unit: '%', model: () => impulsePerKm(0.9) },
    ],
    remark: 'The two studies differ widely; the model lies between them.',
  },
  {
    number: 28,
    use: 'calibration',
    title: 'Step rate ±5 and ±10 %, knee work a step',
    studies: ['Heiderscheit2011'],
    checks: [
      { condition: '−10 %', published: at(33.2), tolerance: 10, unit: '%', model: () => work(0.9) },
      { condition: '−5 %', published: at(14.1), tolerance: 10, unit: '%', model: () => work(0.95) },
      { condition: '+5 %', published: at(-18.5), tolerance: 10, unit: '%', model: () => work(1.05) },
      { condition: '+10 %', published: at(-29.3), tolerance: 10, unit: '%', model: () => work(1.1) },
    ],
    remark: 'From table 2 (27.3, 23.4, 20.5, 16.7, 14.5), read second-hand.',
  },
];
