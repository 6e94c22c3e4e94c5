import type { CitationKey } from '../evidence/registry.ts';
import type { SurfaceClass } from '../surface/surface.ts';

/** One change of a run. Percentages and grades are positive numbers unless said otherwise; metres are from the start. */
export type Change =
  /** Step rate changed by this many per cent at the same speed; + is quicker, shorter steps. Walking stays as it is. */
  | { readonly kind: 'cadence'; readonly percent: number }
  /** Running descents steeper than this grade are walked. */
  | { readonly kind: 'walk-descents'; readonly steeperThanPct: number }
  /** Running descents steeper than this grade are run slower by this many per cent (0 to 90). */
  | { readonly kind: 'slower-descents'; readonly steeperThanPct: number; readonly percent: number }
  /** The run ends at this distance. */
  | { readonly kind: 'shorter'; readonly toDistanceM: number }
  /** The route from its end to its start, each slope at the pace that this run shows on such a slope. */
  | { readonly kind: 'reversed' }
  /** The stretch on other ground; a treadmill is level, other ground keeps its slope. */
  | { readonly kind: 'surface'; readonly surface: SurfaceClass; readonly fromM: number; readonly toM: number };

/** A change that spares less than this share of the load, or of the peak, is not worth telling. Assumption: less is within the model's error. */
export const MIN_GAIN = 0.02;

/** What a change costs. */
export interface TradeOff {
  /** The tissue that pays instead of the kneecap, in a runner's words; null where none is known to. */
  readonly tissue: string | null;
  /** One or two plain sentences. */
  readonly text: string;
  /** What the sentences stand on. */
  readonly sources: readonly CitationKey[];
}

const CALF = 'calf and Achilles tendon';

/** The price of a change in words, with its sources. */
export function tradeOffOf(change: Change): TradeOff {
  switch (change.kind) {
    case 'cadence':
      return change.percent >= 0
        ? {
            tissue: `${CALF}, if you come to land on the forefoot`,
            text: 'Quicker, shorter steps feel like more effort at first. Landing as before, each step loads the Achilles tendon no more than now; if you come to land on the forefoot, calf and Achilles tendon pay.',
            sources: ['Anderson2022', 'Lyght2016'],
          }
        : {
            tissue: null,
            text: 'Slower, longer steps load the kneecap more with every step.',
            sources: ['Lenhart2014', 'Heiderscheit2011'],
          };
    case 'walk-descents':
      return {
        tissue: null,
        text: 'Walking a steep descent roughly halves the peak force on the kneecap. The total falls less, on some hills not at all: walking takes more steps, each loading longer.',
        sources: ['Kuster1993', 'Hart2022'],
      };
    case 'slower-descents':
      return {
        tissue: null,
        text: 'Slower descents lower the peak force on the kneecap, but more steps share the same hill, so the total changes little.',
        sources: ['VanHooren2024', 'Hagen2023'],
      };
    case 'shorter':
      return { tissue: null, text: 'A shorter run is also less training for heart and muscles.', sources: [] };
    case 'reversed':
      return {
        tissue: CALF,
        text: 'What was a descent is now a climb: climbs spare the kneecap and load the calf and the Achilles tendon instead. Each slope is taken at the pace this run shows on it; a slope it does not show keeps its pace.',
        sources: ['VanHooren2024'],
      };
    case 'surface':
      return change.surface === 'treadmill'
        ? {
            tissue: CALF,
            text: 'A level treadmill takes the hills away and is otherwise the same for the kneecap; the Achilles tendon is loaded more than on the ground.',
            sources: ['Willy2016Treadmill', 'VanHooren2020'],
          }
        : {
            tissue: null,
            text: 'No change in our model: on softer or harder ground the leg changes its own stiffness, and no study we found shows another force at the kneecap.',
            sources: ['Ferris1999', 'VanHooren2020'],
          };
  }
}
