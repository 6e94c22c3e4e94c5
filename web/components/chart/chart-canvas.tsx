import type { ChartConfiguration } from 'chart.js';
import { useEffect, useRef } from 'react';
import { Chart } from './register.ts';
import './chart-canvas.css';

/**
 * A chart drawn by chart.js. It is a picture to screen readers: its words stand in the label, its numbers in the table beside it.
 *
 * @param config - a new object draws the chart anew; keep it in a memo
 */
export function ChartCanvas(props: {
  readonly label: string;
  readonly height: number;
  readonly config: ChartConfiguration<'bar' | 'line'>;
  /** Counts up to ask for the whole range again after a zoom. */
  readonly resets?: number;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const chart = useRef<Chart<'bar' | 'line'> | null>(null);

  useEffect(() => {
    if (!canvas.current) return;
    const element = canvas.current;
    // A task for each chart: all charts of a page in one would hold it up for several frames.
    const drawing = setTimeout(() => {
      const created = new Chart(element, props.config);
      chart.current = created;
      element.dataset.drawn = '';
      // Labels measured before the type has loaded would sit askew.
      if (document.fonts.status === 'loaded') return;
      void document.fonts.ready.then(() => {
        if (chart.current === created) created.update('none');
      });
    });
    return () => {
      clearTimeout(drawing);
      chart.current?.destroy();
      chart.current = null;
    };
  }, [props.config]);

  useEffect(() => {
    if (props.resets) chart.current?.resetZoom('none');
  }, [props.resets]);

  return (
    <div className="chart-canvas" style={{ height: props.height }}>
      <canvas ref={canvas} role="img" aria-label={props.label} />
    </div>
  );
}
