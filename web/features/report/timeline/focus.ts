import type { ReportExtent } from '#core';

/** A finding that is looked at, and where. A new object goes there again. */
export interface Focus {
  readonly findingId: string | null;
  readonly where: readonly ReportExtent[];
}
