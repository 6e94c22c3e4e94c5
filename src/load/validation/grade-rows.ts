import { forceGradeFactor, runningStep, workGradeFactor } from '../running-step.ts';
import { REFERENCE_SPEED_MPS } from '../step-load.ts';
import { walkingStep } from '../walking-step.ts';
import { at, type ValidationCheck, type ValidationRow } from './row.ts';

/** Grade of a slope given in degrees. */
const degrees = (angle: number): number => Math.tan((angle * Math.PI) / 180);
const force = (gradeRatio: number, speedMps: number) => 100 * (forceGradeFactor(gradeRatio, speedMps) - 1);

/** Slope of Kuster 1993, a ratio. */
const KUSTER_GRADE = -0.193;
/** Speed of Telhan 2010 and of Nuckols 2020, m/s. */
const TELHAN_MPS = 3.13;
const NUCKOLS_MPS = 2.25;

const onSlope = (angle: number, published: number): ValidationCheck => ({
  condition: `${angle > 0 ? '+' : ''}${angle} degrees`,
  published: at(published),
  tolerance: 3,
  unit: '%',
  model: () => force(degrees(angle), REFERENCE_SPEED_MPS),
});

const kneePower = (gradePct: number, published: number): ValidationCheck => ({
  condition: `${gradePct > 0 ? '+' : ''}${gradePct} %`,
  published: at(published),
  tolerance: 8,
  unit: '%',
  model: () => 100 * (workGradeFactor(gradePct / 100, NUCKOLS_MPS) - 1),
});

/** Rows on grade and walking. */
export const GRADE_ROWS: readonly ValidationRow[] = [
  {
    number: 15,
    use: 'calibration',
    title: 'Peak force in level walking',
    studies: ['Hart2022'],
    checks: [
      { condition: 'level', published: at(0.9), tolerance: 0.1, unit: 'BW', model: () => walkingStep(0).peakBw },
    ],
    remark: null,
  },
  {
    number: 16,
    use: 'calibration',
    title: 'Walking down 19.3 % against level',
    studies: ['Kuster1993'],
    checks: [
      {
        condition: 'peak force',
        published: [3, 4],
        tolerance: 0,
        unit: 'times',
        model: () => walkingStep(KUSTER_GRADE).peakBw / walkingStep(0).peakBw,
      },
    ],
    remark: null,
  },
  {
    number: 17,
    use: 'calibration',
    title: 'Running down 7 % at 3.13 m/s',
    studies: ['Telhan2010'],
    checks: [
      { condition: 'peak force', published: at(0), tolerance: 15, unit: '%', model: () => force(-0.07, TELHAN_MPS) },
    ],
    remark: 'The study found no significant change of the joint moment: a cap on the model, not a fit.',
  },
  {
    number: 18,
    use: 'check',
    title: 'Running up does not raise the peak force',
    studies: ['Telhan2010', 'VanHooren2024'],
    checks: [
      { condition: '+7 %', published: [-15, 0], tolerance: 0, unit: '%', model: () => force(0.07, TELHAN_MPS) },
      { condition: '+10.5 %', published: [-15, 0], tolerance: 0, unit: '%', model: () => force(0.105, TELHAN_MPS) },
    ],
    remark: null,
  },
  {
    number: 22,
    use: 'check',
    title: 'Steeper descent loads more, quicker steps less, at every speed and grade',
    studies: ['Shih2023', 'Anderson2022'],
    checks: [
      { condition: 'violations on a grid', published: at(0), tolerance: 0, unit: 'violations', model: violations },
    ],
    remark: null,
  },
  {
    number: 23,
    use: 'check',
    title: 'Impulse a kilometre by slope at 2.78 m/s',
    studies: ['VanHooren2024'],
    checks: [onSlope(-6, 22.2), onSlope(-3, 8), onSlope(3, -6.9), onSlope(6, -10.7)],
    remark: null,
  },
  {
    number: 27,
    use: 'calibration',
    title: 'Knee work by grade at 2.25 m/s',
    studies: ['Nuckols2020'],
    checks: [kneePower(-10, 31), kneePower(-5, 8), kneePower(5, -14), kneePower(10, -17)],
    remark: 'Recalibrated to this study; 8 to 10 people, one speed.',
  },
];

/** Grid points at which the order is wrong. */
function violations(): number {
  let found = 0;
  for (let speed = 2.2; speed <= 5; speed += 0.2) {
    for (let grade = -0.24; grade <= 0.2; grade += 0.02) {
      for (let ratio = 0.8; ratio <= 1.19; ratio += 0.03) {
        const here = runningStep(speed, grade, ratio);
        const steeper = runningStep(speed, Math.min(grade, 0) - 0.01, ratio);
        const quicker = runningStep(speed, grade, ratio + 0.01);
        const perKm = (ratio + 0.01) / ratio;
        if (steeper.peakBw <= here.peakBw || steeper.p1 <= here.p1 || steeper.p2 <= here.p2) found++;
        if (quicker.peakBw >= here.peakBw || quicker.p1 * perKm >= here.p1 || quicker.p2 * perKm >= here.p2) found++;
      }
    }
  }
  return found;
}
