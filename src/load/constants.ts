/**
 * The constants of model KL-1: value, the span that its basis allows, and that basis. The relations take them as an
 * argument, so that the sensitivity page can move each one; everybody else uses {@link KL1}.
 */
import type { Basis } from '../evidence/citation.ts';
import type { CitationKey } from '../evidence/registry.ts';

/** One constant. Exponents and slopes for each unit of grade have no unit; others say theirs. */
export interface ModelConstant {
  readonly meaning: string;
  readonly value: number;
  /** Ends of what the basis allows; low ≤ value ≤ high. */
  readonly low: number;
  readonly high: number;
  readonly basis: Basis<CitationKey>;
}

type Keys = readonly [CitationKey, ...CitationKey[]];
const cited = (certainty: 'high' | 'moderate' | 'low' | 'very low', ...keys: Keys): Basis<CitationKey> => ({
  kind: 'citation',
  keys,
  certainty,
});
const assumed = (why: string): Basis<CitationKey> => ({ kind: 'assumption', why });

/** All constants that a run's load depends on. */
export const MODEL_CONSTANTS = {
  peakSpeedExponent: {
    meaning: 'Running: peak force grows with this power of speed',
    value: 0.55,
    low: 0.41,
    high: 0.59,
    basis: cited('moderate', 'Doyle2023'),
  },
  impulseSpeedExponent: {
    meaning: 'Running: impulse a kilometre goes with this power of speed',
    value: -0.8,
    low: -0.87,
    high: -0.6,
    basis: cited('moderate', 'Petersen2015', 'Doyle2023', 'Hagen2023', 'VanHooren2024'),
  },
  workSpeedExponent: {
    meaning: 'Running: knee work a kilometre goes with this power of speed',
    value: 0.11,
    low: -0.25,
    high: 0.35,
    basis: cited('low', 'Willer2024'),
  },
  peakCadenceExponent: {
    meaning: 'Running: peak force goes with this power of the cadence ratio',
    value: -1.6,
    low: -2.2,
    high: -1.5,
    basis: cited('moderate', 'Lenhart2014', 'Bonacci2018', 'Willson2015'),
  },
  impulseCadenceExponent: {
    meaning: 'Running: impulse of a step goes with this power of the cadence ratio',
    value: -1.8,
    low: -3.1,
    high: -1.4,
    basis: cited('moderate', 'Willson2015', 'Willson2014', 'Hagen2023', 'VanHooren2024'),
  },
  workCadenceExponent: {
    meaning: 'Running: knee work of a step goes with this power of the cadence ratio',
    value: -3.3,
    low: -4.2,
    high: -2.6,
    basis: cited('moderate', 'Heiderscheit2011', 'Willy2016Retraining'),
  },
  forceDownhillSlope: {
    meaning: 'Running: rise of peak and impulse for each unit of downhill grade (our calibration)',
    value: 2,
    low: 1,
    high: 3.4,
    basis: cited('low', 'VanHooren2024', 'Telhan2010', 'DeVita2008'),
  },
  workDownhillSlope: {
    meaning: 'Running: rise of knee work for each unit of downhill grade',
    value: 2.8,
    low: 1.4,
    high: 4.76,
    basis: cited('low', 'Nuckols2020'),
  },
  uphillSlope: {
    meaning:
      'Running: fall of peak and impulse for each unit of uphill grade (our calibration); knee work falls with its square',
    value: 1,
    low: 0.7,
    high: 1.35,
    basis: cited('low', 'VanHooren2024', 'Nuckols2020'),
  },
  uphillFloor: {
    meaning: 'Running: uphill, peak and impulse fall no lower than this share of level',
    value: 0.85,
    low: 0.75,
    high: 0.9,
    basis: assumed('The steepest climb studied, 10.5 %, has 0.89; beyond it nothing is known.'),
  },
  downhillDampingMps: {
    meaning: 'Running: above this speed, m/s, a descent adds less and less',
    value: 3.33,
    low: 2.78,
    high: 5,
    basis: cited('low', 'Khassetarash2020'),
  },
  betweenRunnerShare: {
    meaning: 'Cadence: share of the difference from other runners that counts as load',
    value: 0.5,
    low: 0,
    high: 1,
    basis: assumed('A policy between none and all; one cross-sectional study speaks for some.'),
  },
  uphillCadenceGain: {
    meaning: 'Cadence: expected share gained for each unit of uphill grade',
    value: 0.3,
    low: 0,
    high: 0.6,
    basis: assumed('Its sign is published, its size is not.'),
  },
  walkPeakBw: {
    meaning: 'Walking: peak force on the level, body weights',
    value: 0.9,
    low: 0.5,
    high: 1.3,
    basis: cited('moderate', 'Hart2022'),
  },
  walkDownhillSlope: {
    meaning: 'Walking: rise of the peak for each unit of downhill grade',
    value: 13,
    low: 10.4,
    high: 15.5,
    basis: cited('low', 'Kuster1993'),
  },
  walkUphillSlope: {
    meaning: 'Walking: rise of the peak for each unit of uphill grade',
    value: 8,
    low: 0,
    high: 16,
    basis: assumed('No study read; the knee extends under load uphill.'),
  },
  walkContactS: {
    meaning: 'Walking: contact of a step, seconds',
    value: 0.63,
    low: 0.55,
    high: 0.7,
    basis: assumed('A usual walking stance.'),
  },
  walkPulseShare: {
    meaning: 'Walking: share of the contact that the force fills on the level',
    value: 0.25,
    low: 0.2,
    high: 0.35,
    basis: assumed('The knee is loaded mainly in early stance.'),
  },
  walkSteepPulseGain: {
    meaning: 'Walking: what a descent of 19.3 % adds to that share',
    value: 0.2,
    low: 0,
    high: 0.3,
    basis: assumed('Downhill the knee is loaded through more of the stance.'),
  },
} as const satisfies Record<string, ModelConstant>;

/** Name of a constant. */
export type ModelConstantName = keyof typeof MODEL_CONSTANTS;
/** A value for every constant. */
export type ModelValues = Readonly<Record<ModelConstantName, number>>;

/** The values of KL-1. */
export const KL1: ModelValues = Object.fromEntries(
  Object.entries(MODEL_CONSTANTS).map(([name, { value }]) => [name, value]),
) as Record<ModelConstantName, number>;
