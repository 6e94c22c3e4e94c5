import { useEffect, useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { PlanForecastAnswer } from '#contract/plans';
import type { ReportExtent } from '#core';
import { ChoiceRow } from '../../components/choice-row.tsx';
import { RunMap } from '../../components/map/run-map.tsx';
import { PaintLegend } from '../../components/paint-legend.tsx';
import { RedFlag } from '../../components/red-flag.tsx';
import { Failed, Loading } from '../../components/states.tsx';
import { Tied } from '../../components/tied.tsx';
import { altitude, counted, distance, loadNumber, loadRange, percent, time, type Units } from '../../lib/format.ts';
import { paintOf } from '../../lib/paint.ts';
import { usePreferences } from '../../lib/preferences.tsx';
import { words } from '../../lib/words.ts';
import { BY_HABIT, useForecast } from './api/plans.ts';
import { PlanActions } from './components/plan-actions.tsx';
import { PlanChoices } from './components/plan-choices.tsx';
import { PlanProfile } from './components/plan-profile.tsx';
import { PlanStretches, WalkSteep } from './components/plan-stretches.tsx';
import { descentShares, sampleNear } from './components/profile-model.ts';
import './plan-page.css';

const text = words.plans.page;
const NOTHING_MARKED: never[] = [];
/** Descents that make less than this of the load are no headline. */
const WORTH_TELLING_SHARE = 0.15;

type Forecast = PlanForecastAnswer['forecast'];

function Room({ forecast, units }: { readonly forecast: Forecast; readonly units: Units }) {
  const { room, noRoom, week } = forecast;
  if (room === null && noRoom === null) return null;
  return (
    <section className="plan-room stack" aria-labelledby="plan-room-title">
      <h2 id="plan-room-title">{room ? text.room[room.verdict] : text.room.title}</h2>
      {(room?.sentences ?? [noRoom]).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {week && (
        <p>{text.week(percent(week.share), `${loadNumber(week.usualWeekKm, units)} ${words.load.unit(units)}`)}</p>
      )}
      <p className="quiet small">{text.honest}</p>
    </section>
  );
}

function Numbers({ forecast, units }: { readonly forecast: Forecast; readonly units: Units }) {
  const rows = [
    [text.numbers.length, distance(forecast.distanceM, units)],
    [text.numbers.time, time(forecast.movingTimeS)],
    [text.numbers.ascent, altitude(forecast.ascentM, units)],
    [text.numbers.descent, altitude(forecast.descentM, units)],
    [text.numbers.load, `${loadRange(forecast.kneeLoadKm, units)} ${words.load.unit(units)}`],
    [
      text.numbers.peak,
      forecast.peakBw === null ? null : text.numbers.peakValue(Number(forecast.peakBw.toPrecision(2)).toString()),
    ],
  ];
  return (
    <section aria-label={text.numbers.label}>
      <dl className="plan-numbers">
        {rows.map(
          ([name, value]) =>
            value && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
    </section>
  );
}

function profileTitle({ stretches }: Forecast): string {
  const downs = descentShares(stretches);
  if (downs === null) return text.profile.flat;
  if (downs.loadShare < WORTH_TELLING_SHARE) return text.profile.even;
  return text.profile.downs(counted(downs.count, 'descent'), percent(downs.wayShare), percent(downs.loadShare));
}

function Picture({ answer, shown }: { readonly answer: PlanForecastAnswer; readonly shown: ReportExtent | null }) {
  const { units, scheme } = usePreferences();
  const [kind, setKind] = useState<'load' | 'grade'>('load');
  const [hereM, setHereM] = useState<number | null>(null);
  const { track, forecast } = answer;
  const paint = useMemo(
    () => paintOf(kind, track, [], { scheme, units }) ?? paintOf('load', track, [], { scheme, units }),
    [kind, track, scheme, units],
  );
  const extents = useMemo(() => shown && [shown], [shown]);
  if (!paint) return null;
  return (
    <section className="plan-picture" aria-labelledby="plan-profile-title">
      <div className="stack">
        <h2 id="plan-profile-title">{profileTitle(forecast)}</h2>
        <PlanProfile
          track={track}
          stretches={forecast.stretches}
          paint={paint}
          units={units}
          hereM={hereM ?? shown?.startM ?? null}
          onPoint={setHereM}
        />
        <PaintLegend paint={paint} />
        {forecast.descentM !== null && (
          <ChoiceRow legend={text.profile.colour} options={text.profile.colours} value={kind} onChange={setKind} />
        )}
      </div>
      <RunMap
        track={track}
        subSport={null}
        marked={NOTHING_MARKED}
        chosen={null}
        paint={paint}
        shown={extents}
        at={hereM === null ? null : sampleNear(track, hereM)}
      />
    </section>
  );
}

const BackLink = () => (
  <Link href="/before" className="plan-back screen-only">
    ← {text.back}
  </Link>
);

/** What a planned route would ask of the knees, and how to ask less of them. */
export function PlanPage({ id }: { readonly id: string }) {
  const { units } = usePreferences();
  const [choice, setChoice] = useState(BY_HABIT);
  const [shown, setShown] = useState<ReportExtent | null>(null);
  const answer = useForecast(id, choice);
  const name = answer.data?.plan.name;
  useEffect(() => {
    if (name === undefined) return;
    document.title = `${name} · Kneewise`;
    return () => {
      document.title = 'Kneewise';
    };
  }, [name]);

  if (answer.isPending) return <Loading what={text.what} heights={[24, 90, 120, 260]} />;
  if (answer.isError)
    return (
      <>
        <BackLink />
        <Failed error={answer.error} onRetry={() => void answer.refetch()} />
      </>
    );
  const { plan, forecast, redFlag, track } = answer.data;
  const show = ({ fromM, toM }: Forecast['stretches'][number]) => {
    const timeAt = (metres: number) => track.timeS[sampleNear(track, metres)] ?? 0;
    setShown({ startM: fromM, endM: toM, startS: timeAt(fromM), endS: timeAt(toM) });
    document.getElementById('plan-profile-title')?.scrollIntoView({ block: 'start' });
  };
  return (
    <article className="stack plan" aria-busy={answer.isPlaceholderData}>
      <header className="stack">
        <BackLink />
        <p className="quiet plan-kicker">{plan.name}</p>
        <h1>
          <Tied>{forecast.headline}</Tied>
        </h1>
      </header>
      <RedFlag flag={redFlag} />
      <Room forecast={forecast} units={units} />
      <Picture answer={answer.data} shown={shown} />
      <PlanChoices
        forecast={forecast}
        choice={choice}
        units={units}
        isOutdated={answer.isPlaceholderData}
        onChoose={(next) => {
          // Places on the way mean other ground once it is turned round.
          setShown(null);
          setChoice(next);
        }}
      />
      <Numbers forecast={forecast} units={units} />
      {redFlag === null && <WalkSteep forecast={forecast} units={units} />}
      <PlanStretches stretches={forecast.stretches} units={units} onShow={show} />
      <section className="section" aria-labelledby="plan-basis-title">
        <h2 id="plan-basis-title">{text.basis}</h2>
        <ul className="plan-basis">
          {forecast.assumptions.map((sentence) => (
            <li key={sentence}>
              <Tied>{sentence}</Tied>
            </li>
          ))}
        </ul>
      </section>
      <PlanActions plan={plan} />
    </article>
  );
}
