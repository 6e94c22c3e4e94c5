import type { ChartConfiguration } from 'chart.js';
import { useEffect, useEffectEvent, useRef } from 'react';
import { drawInTurn } from './one-a-frame.ts';
import { Chart } from './register.ts';
import { useSharedWindow, type WeekWindow } from './week-window.ts';
import './chart-canvas.css';

type WeekConfig = ChartConfiguration<'bar' | 'line'>;

/** The configuration with the weeks to show, and with word of each zoom and move once it has ended: the others follow then. */
function withWindow(config: WeekConfig, shown: WeekWindow, tell: (shown: WeekWindow) => void): WeekConfig {
  const { options } = config;
  const told = ({ chart }: { readonly chart: Chart }) => {
    const { min, max } = chart.scales.x ?? {};
    if (min !== undefined && max !== undefined) tell({ fromMs: min, toMs: max });
  };
  const zoom = options?.plugins?.zoom;
  return {
    ...config,
    options: {
      ...options,
      scales: { ...options?.scales, x: { ...options?.scales?.x, min: shown.fromMs, max: shown.toMs } },
      plugins: {
        ...options?.plugins,
        zoom: { ...zoom, pan: { ...zoom?.pan, onPanComplete: told }, zoom: { ...zoom?.zoom, onZoomComplete: told } },
      },
    },
  } as WeekConfig;
}

function showWindow(chart: Chart<'bar' | 'line'>, { fromMs, toMs }: WeekWindow): void {
  const { x } = chart.scales;
  if (!x || (x.min === fromMs && x.max === toMs)) return;
  const options = chart.options.scales?.x;
  if (!options) return;
  options.min = fromMs;
  options.max = toMs;
  chart.update('none');
}

/**
 * A chart over weeks, drawn by chart.js; it shows the weeks that all charts of the page show. It is a picture to screen
 * readers: its words stand in the label, its numbers in the table beside it.
 *
 * @param config - a new object draws the chart anew; keep it in a memo
 */
export function ChartCanvas(props: { readonly label: string; readonly height: number; readonly config: WeekConfig }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const chart = useRef<Chart<'bar' | 'line'> | null>(null);
  const { shown, show } = useSharedWindow();
  const create = useEffectEvent(
    (element: HTMLCanvasElement) => new Chart(element, withWindow(props.config, shown, show)),
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new configuration draws the chart anew
  useEffect(() => {
    if (!canvas.current) return;
    const element = canvas.current;
    const takeBack = drawInTurn(() => {
      const created = create(element);
      chart.current = created;
      element.dataset.drawn = '';
      // Labels measured before the type has loaded would sit askew.
      if (document.fonts.status === 'loaded') return;
      void document.fonts.ready.then(() => {
        if (chart.current === created) created.update('none');
      });
    });
    return () => {
      takeBack();
      chart.current?.destroy();
      chart.current = null;
    };
  }, [props.config]);

  useEffect(() => {
    // One that is still to be drawn begins with the weeks shown then.
    if (!chart.current) return;
    return drawInTurn(() => {
      if (chart.current) showWindow(chart.current, shown);
    });
  }, [shown]);

  return (
    <div className="chart-canvas" style={{ height: props.height }}>
      <canvas ref={canvas} role="img" aria-label={props.label} />
    </div>
  );
}
