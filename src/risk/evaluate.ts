/** Asks every factor, and turns what it says into findings. One factor's fault never takes the others down. */
import type { Basis } from '../evidence/citation.ts';
import { injuredWithinYear } from '../history/past-injury.ts';
import { hasRecentPain } from '../history/recent-pain.ts';
import type { Finding } from '../report/schema.ts';
import type { Result } from '../result.ts';
import type { AnyFactor, Threshold, Thresholds, Verdict } from './define.ts';
import { type FactorInputs, INPUTS, type InputName, type TakeInput } from './factor-inputs.ts';
import type { RiskInput } from './input.ts';
import { FACTORS } from './registry.ts';
import { milder, rank } from './severity.ts';

/** What is left of a load threshold in the year after an injury. Assumption: policy, not a published number. */
const AFTER_INJURY_SHARE = 0.8;

const keysOf = (basis: Basis): readonly string[] => (basis.kind === 'citation' ? basis.keys : []);

/** What every finding of a factor has in common. */
const blank = (factor: AnyFactor): Omit<Finding, 'status' | 'message'> => ({
  id: factor.id,
  title: factor.title,
  severity: 'none',
  value: null,
  unit: factor.unit,
  threshold: null,
  thresholdBasis: null,
  certainty: factor.basis.kind === 'citation' ? factor.basis.certainty : null,
  citations: [...keysOf(factor.basis)],
  where: [],
});

/** Takes each input once: several factors need the same columns, and some take a look at every sample to get. */
export function takeFrom(input: RiskInput): TakeInput {
  const taken = new Map<InputName, Result<unknown, string>>();
  const take: TakeInput = (name) => {
    const one = taken.get(name) ?? INPUTS[name](input, take);
    taken.set(name, one);
    return one;
  };
  return take;
}

/** Only what the factor declared, or why the first of it is missing. */
function gather(needs: readonly InputName[], take: TakeInput): Partial<FactorInputs> | string {
  const gathered: [InputName, unknown][] = [];
  for (const name of needs) {
    const taken = take(name);
    if (!taken.ok) return taken.error;
    gathered.push([name, taken.value]);
  }
  return Object.fromEntries(gathered);
}

function inForce(thresholds: Thresholds, afterInjury: boolean): Record<string, number> {
  const value = ({ value, lowerAfterInjury }: Threshold) =>
    afterInjury && lowerAfterInjury ? value * AFTER_INJURY_SHARE : value;
  return Object.fromEntries(Object.entries(thresholds).map(([name, threshold]) => [name, value(threshold)]));
}

function toFinding(factor: AnyFactor, verdict: Verdict, values: Record<string, number>, hasPain: boolean): Finding {
  if (verdict.status !== 'scored') return { ...blank(factor), status: verdict.status, message: verdict.message };
  const threshold = factor.thresholds[verdict.threshold] as Threshold;
  if (!Number.isFinite(verdict.value)) throw new Error(`value is ${verdict.value}, a finite number was needed`);
  return {
    ...blank(factor),
    status: 'scored',
    severity: milder(verdict.severity, hasPain ? factor.maxSeverity.withPain : factor.maxSeverity.always),
    value: verdict.value,
    unit: threshold.unit,
    threshold: values[verdict.threshold] as number,
    thresholdBasis:
      threshold.basis.kind === 'citation' ? { ...threshold.basis, keys: [...threshold.basis.keys] } : threshold.basis,
    citations: [...new Set([...keysOf(factor.basis), ...keysOf(threshold.basis)])],
    where: (verdict.where ?? []).map(({ startS, endS, startM, endM }) => ({ startS, endS, startM, endM })),
    message: verdict.message,
  };
}

/** What of the runner moves thresholds and caps. */
interface Circumstances {
  readonly afterInjury: boolean;
  readonly hasPain: boolean;
}

const circumstancesOf = ({ profile, painLog, facts }: RiskInput): Circumstances => ({
  afterInjury: injuredWithinYear(profile, facts.startedAtMs),
  hasPain: hasRecentPain(painLog, facts),
});

/** One factor's finding on a run. */
export function judge(
  factor: AnyFactor,
  input: RiskInput,
  take: TakeInput = takeFrom(input),
  { afterInjury, hasPain }: Circumstances = circumstancesOf(input),
): Finding {
  try {
    const inputs = gather(factor.needs, take);
    if (typeof inputs === 'string') return { ...blank(factor), status: 'insufficient-data', message: inputs };
    const values = inForce(factor.thresholds, afterInjury);
    // The two casts of the engine: `gather` and `inForce` hand over exactly the declared names.
    const verdict = factor.evaluate(inputs as never, values as never);
    return toFinding(factor, verdict, values, hasPain);
  } catch (fault) {
    const reason = fault instanceof Error ? fault.message : String(fault);
    return {
      ...blank(factor),
      status: 'error',
      message: `This could not be judged because of a fault in Kneewise (${reason}). The rest of the report stands.`,
    };
  }
}

/**
 * What every factor finds in a run: one finding a factor, the most severe first, then in the registry's order.
 * Severity is capped by the factor's evidence; load thresholds are a fifth lower in the year after an injury.
 */
export function evaluate(input: RiskInput): Finding[] {
  const take = takeFrom(input);
  const circumstances = circumstancesOf(input);
  return FACTORS.map((factor) => judge(factor, input, take, circumstances)).sort(
    (a, b) => rank(b.severity) - rank(a.severity),
  );
}
