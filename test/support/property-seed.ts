/**
 * Properties are tried on the same inputs every time, so that a red run can be repeated and a green one means the same
 * on every machine. `PROPERTY_SEED` takes another seed, to look further.
 */
import fc from 'fast-check';

const SEED = 20_261_122;

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.PROPERTY_SEED ?? SEED) });
