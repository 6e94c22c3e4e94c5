import type { RunTrack } from '#contract/runs';
import { type Place, trackLines } from '../../../components/map/track-lines.ts';
import type { Paint } from '../../../lib/paint.ts';
import { words } from '../../../lib/words.ts';
import { linePath } from '../timeline/scale.ts';

const WIDTH = 700;
const MOST_HEIGHT = 420;
const MARGIN = 12;
const DEGREES_TO_RADIANS = Math.PI / 180;

/**
 * The shape of the way as a drawing: pixels only, no degrees. Nothing where no position is left to show.
 *
 * @param props.hiddenM - metres round start and finish that the track leaves out; null where it is whole
 */
export function PaperMap(props: { readonly track: RunTrack; readonly paint: Paint; readonly hiddenM: number | null }) {
  const lines = trackLines(props.track, props.paint);
  const places = lines.flatMap((line) => line.pieces.flat());
  if (places.length < 2) return null;
  const squeeze = Math.cos((places[0]?.[0] ?? 0) * DEGREES_TO_RADIANS);
  const xs = places.map(([, lon]) => lon * squeeze);
  const ys = places.map(([lat]) => lat);
  const [west, east] = [xs.reduce((a, b) => Math.min(a, b)), xs.reduce((a, b) => Math.max(a, b))];
  const [south, north] = [ys.reduce((a, b) => Math.min(a, b)), ys.reduce((a, b) => Math.max(a, b))];
  const scale = Math.min((WIDTH - 2 * MARGIN) / (east - west), (MOST_HEIGHT - 2 * MARGIN) / (north - south));
  if (!Number.isFinite(scale)) return null;
  const pathOf = (piece: readonly Place[]) =>
    linePath(
      piece.map(([, lon]) => (lon * squeeze - west) * scale + MARGIN),
      piece.map(([lat]) => (north - lat) * scale + MARGIN),
    );
  const height = (north - south) * scale + 2 * MARGIN;
  return (
    <section className="section" aria-labelledby="map-title">
      <h2 id="map-title">{words.report.paper.map}</h2>
      <svg width={WIDTH} height={height} aria-hidden="true">
        {lines.map((line) => (
          <path
            key={line.colour}
            d={line.pieces.map(pathOf).join('')}
            fill="none"
            stroke={line.colour}
            strokeWidth="5"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        ))}
      </svg>
      {props.hiddenM !== null && <p className="quiet small">{words.report.paper.mapCut(props.hiddenM)}</p>}
    </section>
  );
}
