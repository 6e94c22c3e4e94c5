/**
 * The report: the only thing a reader sees, the same through the command line, the API and the page.
 * The zod schema is the one definition; the types are inferred from it. NaN never occurs: unknown is null.
 */
import { z } from 'zod';

/** Grows by one when a reader of old reports would stumble. */
export const REPORT_SCHEMA_VERSION = 1;

const rangeSchema = z.object({
  low: z.number().nonnegative(),
  mid: z.number().nonnegative(),
  high: z.number().nonnegative(),
});

const tibiofemoralSchema = rangeSchema
  .nullable()
  .describe('Peak force between thigh and shin bone a usual running step, body weights; null on slopes and walking');

const extentShape = {
  startS: z.number().describe('Seconds since the start of the run, first moment'),
  endS: z.number().describe('Seconds since the start of the run, one past the last moment'),
  startM: z.number().describe('Metres since the start of the run'),
  endM: z.number().describe('Metres since the start of the run'),
};
const extentSchema = z.object(extentShape);

const segmentShape = {
  ...extentShape,
  kneeLoadKm: z.number().nonnegative().describe('Flat-easy km of this stretch, mid estimate'),
  tibiofemoralPeakBw: tibiofemoralSchema,
};

const surfaceCertaintySchema = z
  .enum(['recorded', 'mapped', 'assumed', 'told', 'unknown'])
  .describe('By the watch, a map tag, a rule on the class of way, the runner, or not at all');

const gradeSegmentSchema = z.object({
  type: z.enum(['climb', 'flat', 'descent', 'steep-descent', 'unknown']),
  ...segmentShape,
  meanGradePct: z.number().nullable(),
});
const cadenceSegmentSchema = z.object({
  type: z.enum(['walk', 'low', 'usual', 'high', 'unknown']),
  ...segmentShape,
  meanCadenceSpm: z.number().nullable(),
});
const surfaceSegmentSchema = z.object({
  type: z.string(),
  ...segmentShape,
  certainty: surfaceCertaintySchema,
  why: z.string().nullable().describe('The rule by which it is assumed; null where it is not assumed'),
});

const certaintySchema = z.enum(['high', 'moderate', 'low', 'very low']);

const basisSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('citation'), keys: z.array(z.string()).min(1), certainty: certaintySchema }),
  z.object({ kind: z.literal('assumption'), why: z.string() }),
]);

const findingSchema = z.object({
  id: z.string().describe('Risk factor, as its file is named'),
  title: z.string(),
  status: z.enum(['scored', 'not-applicable', 'insufficient-data', 'error']),
  severity: z.enum(['none', 'info', 'moderate', 'high']).describe('Above none only when scored'),
  value: z.number().nullable(),
  unit: z.string(),
  threshold: z.number().nullable().describe('The threshold that decided the severity, in the same unit'),
  thresholdBasis: basisSchema.nullable(),
  certainty: certaintySchema.nullable().describe('Of the evidence behind the factor'),
  citations: z.array(z.string()),
  where: z.array(extentSchema),
  message: z.string().describe('What was found, or why nothing can be said and what would help'),
});

const effectSchema = z.object({
  kneeLoadKm: z.object({ before: z.number(), after: z.number() }),
  changePct: z
    .object({ low: z.number(), mid: z.number(), high: z.number() })
    .nullable()
    .describe('Change of the load, - is less: by the headline weighting, and the ends of all weightings'),
  peakBw: z
    .object({ before: z.number(), after: z.number() })
    .nullable()
    .describe('Kneecap-joint force that 95 % of the running steps stay below, body weights; null without running'),
  timeS: z.number().describe('Seconds longer (+) or shorter (-)'),
});

const suggestionSchema = z.object({
  findingId: z.string(),
  text: z.string(),
  effect: effectSchema.nullable(),
  basis: basisSchema,
  tradeOff: z.string().nullable().describe('What it costs, or which tissue pays instead'),
});

const citationSchema = z.object({
  key: z.string(),
  authors: z.string(),
  year: z.number(),
  title: z.string(),
  source: z.string(),
  doi: z.string().nullable(),
  url: z.string().nullable(),
  design: z.string(),
  participants: z.number().nullable(),
  population: z.string(),
  finding: z.string(),
  certainty: certaintySchema,
  read: z.enum(['full', 'abstract', 'second-hand', 'recalled']),
});

const warningSchema = z.object({ code: z.string(), message: z.string(), count: z.number().int().nonnegative() });

/** The report of one run. */
export const reportSchema = z
  .object({
    schemaVersion: z.literal(REPORT_SCHEMA_VERSION),
    engine: z.object({ version: z.string(), model: z.string() }),
    units: z.enum(['km', 'mi']).describe('What the sentences are told in; numbers are SI throughout'),
    headline: z.string().describe('One sentence: distance, and the load with its range, in the units above'),
    run: z.object({
      sport: z.literal('running'),
      subSport: z.string().nullable(),
      startedAt: z.iso.datetime(),
      device: z.string().nullable(),
      format: z.enum(['fit', 'gpx', 'tcx']),
      sha256: z.string(),
    }),
    totals: z.object({
      distanceM: z.number().nonnegative(),
      elapsedTimeS: z.number().nonnegative(),
      timerTimeS: z
        .number()
        .nonnegative()
        .describe('Moving and standing, pauses left out; what watches call timer time'),
      movingTimeS: z.number().nonnegative().describe('Walking and running, standing left out'),
      ascentM: z.number().nonnegative().nullable(),
      descentM: z.number().nonnegative().nullable(),
      steps: z.number().nonnegative().nullable(),
      meanCadenceSpm: z
        .number()
        .nullable()
        .describe(
          'Time-weighted over all samples with the timer running, as watches do it, walking and stops included',
        ),
      runningCadenceSpm: z.number().nullable().describe('Time-weighted over running alone'),
      walkingCadenceSpm: z.number().nullable().describe('Time-weighted over walking alone'),
    }),
    deviceTotals: z
      .object({
        distanceM: z.number().nullable(),
        elapsedTimeS: z.number().nullable(),
        timerTimeS: z.number().nullable(),
        movingTimeS: z.number().nullable(),
        ascentM: z.number().nullable(),
        descentM: z.number().nullable(),
        meanCadenceSpm: z.number().nullable(),
        steps: z.number().nullable(),
      })
      .nullable()
      .describe("The device's own sums, for comparison"),
    coverage: z
      .object({
        position: z.number(),
        altitude: z.number(),
        cadence: z.number(),
        heartRate: z.number(),
      })
      .describe('Per cent of moving time'),
    altitudeSource: z.enum(['barometric', 'gps', 'terrain', 'unknown', 'none']),
    cadenceReading: z
      .object({
        unit: z.enum(['strides', 'steps']),
        rule: z.enum(['format', 'median', 'step-length', 'runner']),
        certain: z.boolean(),
        explanation: z.string(),
      })
      .nullable(),
    appFields: z
      .array(
        z.object({
          app: z.enum(['Stryd', 'RunScribe']),
          name: z.string(),
          unit: z.string().nullable(),
          mean: z.number(),
          coveragePct: z.number().describe('Per cent of the recorded points'),
        }),
      )
      .describe('What sensors recorded through an app on the watch: shown, not used'),
    segments: z.object({
      grade: z.array(gradeSegmentSchema),
      cadence: z.array(cadenceSegmentSchema),
      surface: z.array(surfaceSegmentSchema),
    }),
    surfaces: z
      .array(z.object({ type: z.string(), certainty: surfaceCertaintySchema, distanceM: z.number().nonnegative() }))
      .describe('Way on each ground by how it is known; mapped and assumed ground are never one entry'),
    onMapPct: z
      .number()
      .nullable()
      .describe('Share of the way that lies on ways of a map, per cent; null where no map touches the run'),
    kneeLoad: z.object({
      flatEasyKm: rangeSchema.describe('Kilometres of flat easy running that load the knee alike'),
      byExponent: z
        .object({ p1: z.number(), p2: z.number(), p4: z.number() })
        .describe('Mid estimate for each weighting'),
      peakBw: z
        .object({ median: z.number(), p95: z.number() })
        .nullable()
        .describe('Peak kneecap-joint force a running step, body weights; null when the run holds no running'),
      peakKg: z
        .number()
        .nullable()
        .describe('The upper of the two as a weight in kilograms; null too where no body mass was told'),
      tibiofemoralPeakBw: tibiofemoralSchema,
      notes: z.array(z.string()).describe('What widened the range, in plain words'),
    }),
    findings: z.array(findingSchema).describe('The most severe first'),
    suggestions: z.array(suggestionSchema),
    warnings: z.array(warningSchema),
    citations: z.array(citationSchema).describe('Every source that this report refers to'),
  })
  .meta({ id: 'Report' });

/** See {@link reportSchema}. */
export type Report = z.infer<typeof reportSchema>;
/** One risk factor's verdict on the run. */
export type Finding = z.infer<typeof findingSchema>;
/** What the runner can change, and what that would do to this run. */
export type Suggestion = z.infer<typeof suggestionSchema>;
/** A stretch of the run, in seconds and metres since its start. */
export type ReportExtent = z.infer<typeof extentSchema>;
/** How much a finding matters, from nothing to high. */
export type Severity = Finding['severity'];
