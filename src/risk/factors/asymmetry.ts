import { recentEntries, worstScore } from '../../history/recent-pain.ts';
import { runsWithin } from '../../history/spikes.ts';
import { median } from '../../stats/stats.ts';
import { defineFactor } from '../define.ts';
import { highestStep } from '../severity.ts';

/** Days looked back for the runner's own balance, as for the own cadence line. Assumption. */
const LOOK_BACK_DAYS = 90;
const CONTRADICTED = { kind: 'citation', keys: ['Malisoux2024'], certainty: 'very low' } as const;

/**
 * One foot longer on the ground than this runner's own habit, told only when the knee of that side hurts too: uneven
 * steps did not foretell injury (Malisoux 2024), but they may show a leg that is being spared, or a road that slopes.
 * @cite Malisoux2024
 */
export const asymmetry = defineFactor({
  id: 'asymmetry',
  title: 'Uneven steps, and the knee of that side is sore',
  unit: 'percentage points',
  basis: CONTRADICTED,
  needs: ['facts', 'earlierRuns', 'painLog'],
  thresholds: {
    change: {
      value: 2,
      unit: 'percentage points',
      since: '2026-11-22',
      basis: { kind: 'assumption', why: 'Beyond what the balance of one runner scatters from run to run.' },
    },
    minRuns: {
      value: 5,
      unit: 'runs in 90 days',
      since: '2026-11-22',
      basis: { kind: 'assumption', why: 'Fewer runs do not tell what is usual; hardly anybody is at 50 % by nature.' },
    },
  },
  maxSeverity: { always: 'info', withPain: 'info' },
  evaluate({ facts, earlierRuns, painLog }, { change, minRuns }) {
    const nowPct = facts.groundContactBalancePct;
    if (nowPct === null)
      return {
        status: 'insufficient-data',
        message:
          'This recording does not tell for 10 minutes of running how long each foot stays on the ground. Some chest straps and pods do.',
      };
    const earlier = runsWithin(earlierRuns, facts.startedAtMs, LOOK_BACK_DAYS).flatMap(
      (run) => run.facts.groundContactBalancePct ?? [],
    );
    if (earlier.length < minRuns)
      return {
        status: 'insufficient-data',
        message: `What is usual between your feet is not known yet. It takes ${minRuns} runs with ground contact balance within 90 days; known so far: ${earlier.length}.`,
      };
    const changePct = nowPct - median(earlier);
    const side = changePct > 0 ? 'left' : 'right';
    const isShifted = Math.abs(changePct) > change;
    const isSore = recentEntries(painLog, facts).some((entry) => entry.side === side && (worstScore(entry) ?? 0) >= 1);
    const found = `Your ${side} foot stayed longer on the ground than usual, by about ${Math.abs(changePct).toFixed(1)} percentage points`;
    if (isShifted && !isSore)
      return {
        status: 'not-applicable',
        message: `${found}. You noted no pain in that knee, and uneven steps alone did not foretell injury in 836 runners.`,
      };
    const step = highestStep({ severity: 'info', threshold: 'change', reached: isShifted && isSore });
    return {
      status: 'scored',
      ...step,
      value: Math.abs(changePct),
      message:
        step.severity === 'none'
          ? 'The balance between your feet was as usual.'
          : `${found}, and you noted pain in that knee. It may come from the pain, or from a road that slopes to one side; it is no risk by itself.`,
    };
  },
});
