import {
  BarController,
  BarElement,
  Chart,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from 'chart.js';
import annotation from 'chartjs-plugin-annotation';
import zoom from 'chartjs-plugin-zoom';

/** Only the parts of chart.js that are drawn with; the rest falls out of the bundle. */
Chart.register(
  BarController,
  BarElement,
  LineController,
  LineElement,
  PointElement,
  LinearScale,
  Filler,
  Tooltip,
  annotation,
  zoom,
);
Chart.defaults.font.family = "'Source Sans 3 Variable', system-ui, sans-serif";
Chart.defaults.font.size = 13;
Chart.defaults.animation = false;

export { Chart };
