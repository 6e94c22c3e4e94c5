/** Words of the online map on the settings page. */
import type { OnlineMap } from '#contract/maps';

const BYTES_PER_MB = 1e6;
const boxes = (count: number): string => (count === 1 ? '1 box' : `${count.toLocaleString('en')} boxes`);
const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

function waiting({ missing, problem, triedAgainAt }: OnlineMap): string {
  if (missing === 0) return 'On. Every box round your runs is known.';
  const left = `On. ${boxes(missing)} round your runs ${missing === 1 ? 'is' : 'are'} still to come`;
  if (problem === null) return `${left}.`;
  const again = triedAgainAt === null ? '' : ` It is tried again at ${time.format(new Date(triedAgainAt))}.`;
  return `${left}. ${problem}${again} Until then those runs are read without.`;
}

/** See the head of this file. */
export const onlineMapWords = {
  title: 'Ask a map on the net',
  what: 'the online map',
  hint: 'Off unless you turn it on. Give the address of an Overpass-compatible service that you trust, up to and with its last part (often /api/interpreter). It is asked only for places where no map above knows a way.',
  sent: 'What is sent: boxes 7 km high and up to 7 km wide, on a fixed grid of 0.05 degrees, that together cover the area of a run. Never the track, its time, or anything else. As with any site, the service also sees the internet address of this machine. Each box is asked for once; the answers stay here.',
  state: (state: OnlineMap) => (state.address === null ? 'Off. Nothing is sent.' : waiting(state)),
  turnOn: 'Turn on',
  again: 'Save and try now',
  turnOff: 'Turn off',
  kept: (count: number, bytes: number) => `${boxes(count)} kept, ${(bytes / BYTES_PER_MB).toFixed(1)} MB`,
  clear: 'Forget them',
} as const;
