import { mean } from '../stats/stats.ts';
import type { DeveloperField } from './activity.ts';

/** What an app on the watch recorded of a field that Kneewise knows by name: shown, never used. */
export interface AppField {
  /** The maker of the sensor. */
  readonly app: 'Stryd' | 'RunScribe';
  readonly name: string;
  /** Null where neither the file nor the maker names one. */
  readonly unit: string | null;
  /** Mean of all values above 0, which is a foot at rest. */
  readonly mean: number;
  /** Share of the points with such a value, 0 to 1. */
  readonly coverageRatio: number;
}

interface KnownField {
  readonly app: AppField['app'];
  readonly name: string;
  readonly unit: string | null;
}

/**
 * Fields by their name in the file, lower case. Names and units as public recordings have them; only fields that these
 * sensors alone write, or write beside such a one.
 */
const KNOWN: Readonly<Record<string, KnownField>> = {
  'impact loading rate': { app: 'Stryd', name: 'Impact Loading Rate', unit: 'BW/s' },
  'impact loading rate balance': { app: 'Stryd', name: 'Impact Loading Rate Balance', unit: '%' },
  'leg spring stiffness': { app: 'Stryd', name: 'Leg Spring Stiffness', unit: 'kN/m' },
  'leg spring stiffness balance': { app: 'Stryd', name: 'Leg Spring Stiffness Balance', unit: '%' },
  'form power': { app: 'Stryd', name: 'Form Power', unit: 'W' },
  'air power': { app: 'Stryd', name: 'Air Power', unit: 'W' },
  rs_impact_gs_l: { app: 'RunScribe', name: 'Impact, left', unit: 'g' },
  rs_impact_gs_r: { app: 'RunScribe', name: 'Impact, right', unit: 'g' },
  rs_braking_gs_l: { app: 'RunScribe', name: 'Braking, left', unit: 'g' },
  rs_braking_gs_r: { app: 'RunScribe', name: 'Braking, right', unit: 'g' },
  rs_contacttime_l: { app: 'RunScribe', name: 'Contact time, left', unit: 'ms' },
  rs_contacttime_r: { app: 'RunScribe', name: 'Contact time, right', unit: 'ms' },
  impactgs: { app: 'RunScribe', name: 'Impact', unit: 'g' },
  brakinggs: { app: 'RunScribe', name: 'Braking', unit: 'g' },
};

/** Names that many apps use; they count where a field of {@link KNOWN} stands beside them, in that maker's unit. */
const SHARED: Readonly<Record<AppField['app'], Readonly<Record<string, Omit<KnownField, 'app'>>>>> = {
  Stryd: {
    power: { name: 'Power', unit: 'W' },
    cadence: { name: 'Cadence', unit: 'strides/min' },
    'ground time': { name: 'Ground time', unit: 'ms' },
    'vertical oscillation': { name: 'Vertical oscillation', unit: 'cm' },
    'vertical oscillation balance': { name: 'Vertical Oscillation Balance', unit: '%' },
  },
  RunScribe: {
    power: { name: 'Power', unit: 'W' },
    contacttime: { name: 'Contact time', unit: 'ms' },
  },
};

function knownAs(field: DeveloperField, apps: ReadonlyMap<number, AppField['app']>): KnownField | undefined {
  const name = field.name.toLowerCase();
  const app = apps.get(field.developerIndex);
  const shared = app ? SHARED[app][name] : undefined;
  return KNOWN[name] ?? (app && shared ? { app, ...shared } : undefined);
}

/** The fields of known makers that hold a value, in the order of the file. */
export function appFields(fields: readonly DeveloperField[]): AppField[] {
  const apps = new Map<number, AppField['app']>();
  for (const { developerIndex, name } of fields) {
    const known = KNOWN[name.toLowerCase()];
    if (known) apps.set(developerIndex, known.app);
  }
  return fields.flatMap((field) => {
    const known = knownAs(field, apps);
    const values = known ? field.values.filter((value) => value > 0) : [];
    if (!known || values.length === 0) return [];
    return [{ ...known, mean: mean(values), coverageRatio: values.length / field.values.length }];
  });
}
