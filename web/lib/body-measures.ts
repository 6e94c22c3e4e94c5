/** Height and body mass as a runner types them, in the units that go with kilometres or miles. */
import type { Units } from './format.ts';

/** How a measure is typed: its unit, how many of it make one of the SI unit, and what the field takes. */
interface Measure {
  readonly unit: string;
  readonly perSi: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

const INCHES_PER_M = 1 / 0.0254;
const POUNDS_PER_KG = 1 / 0.45359237;

/** Limits are those of the profile, rounded inwards. */
export const BODY_MEASURES: Readonly<Record<Units, Readonly<Record<'height' | 'mass', Measure>>>> = {
  km: {
    height: { unit: 'cm', perSi: 100, min: 100, max: 250, step: 1 },
    mass: { unit: 'kg', perSi: 1, min: 25, max: 300, step: 0.1 },
  },
  mi: {
    height: { unit: 'in', perSi: INCHES_PER_M, min: 40, max: 98, step: 0.5 },
    mass: { unit: 'lb', perSi: POUNDS_PER_KG, min: 56, max: 660, step: 1 },
  },
};

/** Weight to about ten kilograms or pounds. */
export const massText = (kg: number, units: Units): string => {
  const { unit, perSi } = BODY_MEASURES[units].mass;
  return `${Math.round((kg * perSi) / 10) * 10} ${unit}`;
};

/** @param si metres or kilograms; null gives an empty field */
export function typed(si: number | null, { perSi, step }: Measure): string {
  return si === null ? '' : String(Number((Math.round((si * perSi) / step) * step).toFixed(1)));
}

/** @returns metres or kilograms; null for an empty field */
export function toSi(text: string, { perSi }: Measure): number | null {
  return text.trim() === '' ? null : Number(text) / perSi;
}
