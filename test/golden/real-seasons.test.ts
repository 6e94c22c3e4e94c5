/** How often each factor speaks in the seasons of two real runners; see docs/methods/real-seasons.md. */
import { beforeAll, describe, expect, it } from 'vitest';
import { UNKNOWN_PROFILE } from '../../src/history/profile.ts';
import type { PastRun } from '../../src/history/run-facts.ts';
import { review } from '../../src/review.ts';
import { expectGolden } from '../support/golden.ts';
import { hasRealData } from '../support/real-data.ts';
import { REAL_SEASONS, type RealSeason, realReadings } from '../support/real-season.ts';
import { type CountedSeason, realSeasonsPage } from '../support/real-seasons-page.ts';

/** Why the factors that speak most often do, by somebody who looked at each of those runs. */
const JUDGEMENT = `## What we make of it

- \`long-downhill\` speaks of a sixth of the trail season, always of runs with hundreds of metres of descent: that runner lives in mountains, and the load is
  there. On the road season it never speaks. With heights made to wander by 5 m over minutes, as satellites' do, it still speaks of two thirds of those runs,
  is silent with the reason (too rough) on the others, and speaks of no run anew; at 8 m it is silent on all of them, and still speaks of no road run.
- \`speed-session\` speaks of races, of the second half of a season in which the easy pace of 90 days lags behind, and of repeats. It is a note and stays one.
- \`session-spike\` speaks of the steps from 6 to 10, 13, 18, 21, 25 and 30 km on the road, and of races and mountain days on the trail. Each is more than a
  tenth above the month before, which is all that it claims.
- \`cadence-drop\` speaks of four runs in the last fortnight of the road season, all with 6 to 8 % fewer steps than in the three months before.
- \`weekly-jump\` was a note on 37 of the 94 road runs before it asked for two such weeks in a row; now training that builds up is told of in a
  sentence. One flag more, of the weeks after the lay-off, went when weeks without a run stopped counting as usual weeks.
`;

function counted(season: RealSeason): CountedSeason {
  const history: PastRun[] = [];
  const reports = realReadings(season).map((reading) => {
    const { report } = review(reading, { profile: UNKNOWN_PROFILE, history: [...history], painLog: [] });
    history.push({ facts: reading.facts, kneeLoadKm: report.kneeLoad.flatEasyKm });
    return report.findings;
  });
  return { title: season.title, about: season.about, reports };
}

describe.skipIf(!hasRealData)('real seasons (skipped where the real files are not there)', () => {
  let seasons: CountedSeason[] = [];
  beforeAll(() => {
    seasons = REAL_SEASONS.map(counted);
  }, 300_000);

  it('are read whole', () => {
    expect(seasons.map(({ reports }) => reports.length)).toEqual(REAL_SEASONS.map(({ runs }) => runs));
  });

  it('hold no finding that failed', () => {
    const failed = seasons.flatMap(({ reports }) => reports.flat().filter(({ status }) => status === 'error'));
    expect(failed).toEqual([]);
  });

  it('are told of something above a note in at most one run of four', () => {
    for (const { reports } of seasons) {
      const loud = reports.filter((findings) =>
        findings.some(({ severity }) => severity === 'moderate' || severity === 'high'),
      );
      expect(loud.length / reports.length).toBeLessThan(0.25);
    }
  });

  it('are counted in docs/methods/real-seasons.md as they are today', () => {
    expectGolden('docs/methods/real-seasons.md', realSeasonsPage(seasons, JUDGEMENT));
  });
});
