import { expectedCadenceSpm } from '../preferred-cadence.ts';
import { runningStep } from '../running-step.ts';
import { REFERENCE_SPEED_MPS } from '../step-load.ts';
import { at, changePct, type ValidationCheck, type ValidationRow } from './row.ts';

const KMH_PER_MPS = 3.6;
const step = (speedMps: number) => runningStep(speedMps, 0, 1);
/** Steps a metre at the expected cadence; height cancels in every ratio. */
const stepsPerM = (speedMps: number) => expectedCadenceSpm(speedMps, null, 0) / speedMps;
const peak = (speed: number, against: number) => changePct(step(speed).peakBw, step(against).peakBw);
const impulse = (speed: number, against: number) => changePct(step(speed).p1, step(against).p1);
const impulsePerKm = (speed: number, against: number) =>
  changePct(step(speed).p1 * stepsPerM(speed), step(against).p1 * stepsPerM(against));

const shareOfKm = (published: number, speedMps: number, against: number, tolerance: number): ValidationCheck => ({
  condition: `${speedMps.toFixed(2)} m/s`,
  published: at(published),
  tolerance,
  unit: '%',
  model: () => impulsePerKm(speedMps, against),
});

/** Rows on speed and absolute force. */
export const SPEED_ROWS: readonly ValidationRow[] = [
  {
    number: 10,
    use: 'calibration',
    title: 'Speed 2.5 to 3.1 m/s',
    studies: ['Doyle2023'],
    checks: [
      { condition: 'peak', published: at(9.3), tolerance: 4, unit: '%', model: () => peak(3.1, 2.5) },
      { condition: 'a km', published: [-14.2, -13.7], tolerance: 4, unit: '%', model: () => impulsePerKm(3.1, 2.5) },
    ],
    remark: null,
  },
  {
    number: 11,
    use: 'calibration',
    title: 'Speed 2.5 to 4.2 m/s',
    studies: ['Doyle2023'],
    checks: [
      { condition: 'peak', published: at(35.6), tolerance: 4, unit: '%', model: () => peak(4.2, 2.5) },
      { condition: 'a km', published: at(-33.6), tolerance: 4, unit: '%', model: () => impulsePerKm(4.2, 2.5) },
    ],
    remark: null,
  },
  {
    number: 12,
    use: 'calibration',
    title: '8.02 against 15.78 km/h, knee load a kilometre',
    studies: ['Petersen2015'],
    checks: [
      {
        condition: 'a km',
        published: at(80),
        tolerance: 12,
        unit: '%',
        model: () => impulsePerKm(8.02 / KMH_PER_MPS, 15.78 / KMH_PER_MPS),
      },
    ],
    remark: null,
  },
  {
    number: 13,
    use: 'check',
    title: 'Impulse of a step does not change with speed',
    studies: ['Petersen2015'],
    checks: [
      { condition: '2.5 to 4.2 m/s', published: at(0), tolerance: 8, unit: '%', model: () => impulse(4.2, 2.5) },
    ],
    remark: null,
  },
  {
    number: 14,
    use: 'calibration',
    title: 'Peak force in running',
    studies: ['Hart2022'],
    checks: [{ condition: '3.33 m/s', published: at(5.2), tolerance: 0.3, unit: 'BW', model: () => step(3.33).peakBw }],
    remark: 'The speed of the pooled studies is taken as 3.33 m/s (assumption).',
  },
  {
    number: 24,
    use: 'check',
    title: 'Impulse a kilometre against 2.78 m/s',
    studies: ['VanHooren2024'],
    checks: [
      shareOfKm(-5.7, 3, REFERENCE_SPEED_MPS, 8),
      shareOfKm(-11.4, 3.33, REFERENCE_SPEED_MPS, 8),
      shareOfKm(-20.2, 4, REFERENCE_SPEED_MPS, 8),
      shareOfKm(-29.9, 5, REFERENCE_SPEED_MPS, 8),
    ],
    remark:
      'Studies differ: this one falls with speed to the power -0.6, Hagen and Petersen -0.87; the model has -0.8.',
  },
  {
    number: 25,
    use: 'check',
    title: 'Summed stress a kilometre against 10 km/h',
    studies: ['Hagen2023'],
    checks: [
      shareOfKm(19.8, 8 / KMH_PER_MPS, 10 / KMH_PER_MPS, 4),
      shareOfKm(-12.6, 12 / KMH_PER_MPS, 10 / KMH_PER_MPS, 4),
      shareOfKm(-23.2, 14 / KMH_PER_MPS, 10 / KMH_PER_MPS, 4),
      shareOfKm(-34.9, 16 / KMH_PER_MPS, 10 / KMH_PER_MPS, 4),
    ],
    remark: null,
  },
  {
    number: 29,
    use: 'calibration',
    title: 'Knee extensor work a step against 2.78 m/s',
    studies: ['Willer2024'],
    checks: [
      { condition: '3.89 m/s', published: at(1.4), tolerance: 0.21, unit: 'times', model: () => step(3.89).p2 },
      { condition: '5.00 m/s', published: at(1.75), tolerance: 0.2625, unit: 'times', model: () => step(5).p2 },
    ],
    remark: 'Tolerance 15 %. Recalibrated to this study; 11 trained men, and the work counts swing too.',
  },
];
