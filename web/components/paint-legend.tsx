import type { Paint } from '../lib/paint.ts';
import { words } from '../lib/words.ts';
import './paint-legend.css';

/** What the colours of ribbon and map mean. */
export function PaintLegend({ paint }: { readonly paint: Paint }) {
  const { legend } = paint;
  if ('classes' in legend) {
    return (
      <ul className="paint-classes" aria-label={words.paint.label}>
        {legend.classes.map((entry) => (
          <li key={entry.label}>
            <span className="paint-swatch" style={{ background: entry.colour }} />
            {entry.label}
          </li>
        ))}
      </ul>
    );
  }
  const [low, middle, high] = legend.ticks;
  return (
    <div className="paint-legend">
      <span>{low?.label}</span>
      <span
        className="paint-bar"
        aria-hidden="true"
        style={{ background: `linear-gradient(to right, ${legend.colours.join(', ')})` }}
      />
      <span>{high?.label}</span>
      {middle && (
        <span className="paint-middle" style={{ left: `${100 * middle.share}%` }}>
          {middle.label}
        </span>
      )}
    </div>
  );
}
