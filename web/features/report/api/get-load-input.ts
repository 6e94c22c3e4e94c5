import { queryOptions, useQuery } from '@tanstack/react-query';
import type { LoadInput } from '#contract/runs';
import { type LoadTrack, prepareWhatIf, type WhatIf } from '#core';
import { getJson } from '../../../lib/api-client.ts';
import { queryKeys } from '../../../lib/query-keys.ts';

/** A run that changes can be tried on, with what the panel of sliders asks of it. */
export interface PreparedRun {
  readonly whatIf: WhatIf;
  readonly lengthM: number;
  /** Steepest descent, per cent, positive; 0 without any. */
  readonly steepestPct: number;
}

const column = (values: readonly (number | null)[]): Float64Array =>
  Float64Array.from(values, (value) => value ?? Number.NaN);

/** Lays the columns out as the model takes them. */
export function preparedRun(input: LoadInput): PreparedRun {
  const track: LoadTrack = {
    length: input.durationS.length,
    durationS: column(input.durationS),
    distanceM: column(input.distanceM),
    speedMps: column(input.speedMps),
    gradePct: column(input.gradePct),
    gradeErrorPct: column(input.gradeErrorPct),
    cadenceSpm: column(input.cadenceSpm),
    gait: Uint8Array.from(input.gait),
    surface: Uint8Array.from(input.surface),
    gradeWindowM: input.gradeWindowM,
    cadenceReading: input.cadenceReading,
  };
  const steepest = input.gradePct.reduce<number>((least, grade) => Math.min(least, grade ?? 0), 0);
  return {
    whatIf: prepareWhatIf(track, input.runner),
    lengthM: input.distanceM.at(-1) ?? 0,
    steepestPct: -steepest,
  };
}

/** The run as the model sees it, ready for changes. Worked out once an answer, not at each movement. */
export const loadInputQuery = (id: string) =>
  queryOptions({
    queryKey: queryKeys.loadInput(id),
    queryFn: async () => preparedRun(await getJson<LoadInput>(`/api/runs/${encodeURIComponent(id)}/load-input`)),
    // Typed columns and a closure: nothing to compare an older answer with.
    structuralSharing: false,
  });

/** See {@link loadInputQuery}. */
export const useLoadInput = (id: string) => useQuery(loadInputQuery(id));
