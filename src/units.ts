/**
 * The units that get mixed up, as types that do not mix, and the only conversions between them.
 *
 * A branded number is a plain number at run time. Columns (typed arrays) carry their unit in the name instead.
 */
declare const unit: unique symbol;
type Quantity<U extends string> = number & { readonly [unit]: U };

/** Strides a minute: one foot. What FIT `cadence` + `fractional_cadence` holds for a run. */
export type StridesPerMin = Quantity<'strides/min'>;
/** Steps a minute: both feet. What a runner calls cadence. */
export type StepsPerMin = Quantity<'steps/min'>;
/** Parts of a hundred, as grade is shown. */
export type Percent = Quantity<'%'>;
/** Rise over run, or any share of one. */
export type Ratio = Quantity<'ratio'>;
/** Degrees of latitude or longitude. */
export type Degrees = Quantity<'deg'>;
/** FIT's angle: 2^31 semicircles are 180 degrees. */
export type Semicircles = Quantity<'semicircles'>;

/** Says that a bare number is in strides a minute. */
export const stridesPerMin = (value: number): StridesPerMin => value as StridesPerMin;
/** Says that a bare number is in steps a minute. */
export const stepsPerMin = (value: number): StepsPerMin => value as StepsPerMin;
/** Says that a bare number is in per cent. */
export const percent = (value: number): Percent => value as Percent;
/** Says that a bare number is a ratio. */
export const ratio = (value: number): Ratio => value as Ratio;
/** Says that a bare number is in semicircles. */
export const semicircles = (value: number): Semicircles => value as Semicircles;

/** Both feet from one foot: 2 steps a stride. */
export const toStepsPerMin = (value: StridesPerMin): StepsPerMin => (value * 2) as StepsPerMin;
/** FIT semicircles to degrees. */
export const toDegrees = (value: Semicircles): Degrees => ((value * 180) / 2 ** 31) as Degrees;
