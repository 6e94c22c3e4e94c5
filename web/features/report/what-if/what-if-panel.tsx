import { startTransition, useEffect, useMemo, useState } from 'react';
import { Failed, Loading } from '../../../components/states.tsx';
import { distance, grade, percent } from '../../../lib/format.ts';
import { usePreferences } from '../../../lib/preferences.tsx';
import { words } from '../../../lib/words.ts';
import { type PreparedRun, useLoadInput } from '../api/get-load-input.ts';
import type { ChangedLoad } from '../timeline/ribbon-model.ts';
import { Slider } from './slider.tsx';
import { WhatIfOutcome } from './what-if-result.tsx';
import { AS_RUN, changesOf, DESCENT_FROM_PCT, type Wish } from './wish.ts';
import './what-if-panel.css';

const text = words.whatIf;
/** How far each control goes. Experiments on step rate reach ±10 %; the other ends are assumptions of what anybody would do. */
const MOST = { cadencePct: 10, slowerPct: 40, walkFromPct: 15 } as const;
const SHARE_STEPS = 20;

const signedPercent = (value: number) => `${value > 0 ? '+' : '−'}${percent(Math.abs(value) / 100)}`;

function Switch(props: { readonly label: string; readonly isOn: boolean; readonly onChange: (isOn: boolean) => void }) {
  return (
    <label className="switch">
      <input type="checkbox" checked={props.isOn} onChange={(event) => props.onChange(event.target.checked)} />
      {props.label}
    </label>
  );
}

function Controls(props: {
  readonly run: PreparedRun;
  readonly wish: Wish;
  readonly hasSlopes: boolean;
  readonly onWish: (wish: Wish) => void;
}) {
  const { units } = usePreferences();
  const { run, wish } = props;
  const set = (change: Partial<Wish>) => props.onWish({ ...wish, ...change });
  const steepest = Math.min(MOST.walkFromPct, Math.floor(run.steepestPct));
  const walkOff = steepest + 1;
  const { walkFromPct } = wish;
  return (
    <div className="what-if-controls">
      <Slider
        label={text.cadence}
        told={wish.cadencePct === 0 ? text.cadenceAsRun : text.cadenceChange(signedPercent(wish.cadencePct))}
        value={wish.cadencePct}
        min={-MOST.cadencePct}
        max={MOST.cadencePct}
        step={1}
        onChange={(cadencePct) => set({ cadencePct })}
      />
      {steepest < DESCENT_FROM_PCT && <p className="quiet small">{text.noDescents}</p>}
      {steepest >= DESCENT_FROM_PCT && (
        <>
          <Slider
            label={text.slower}
            told={wish.slowerPct === 0 ? text.slowerAsRun : text.slowerBy(percent(wish.slowerPct / 100))}
            value={wish.slowerPct}
            min={0}
            max={MOST.slowerPct}
            step={5}
            onChange={(slowerPct) => set({ slowerPct })}
          />
          <Slider
            label={text.walk}
            told={walkFromPct === null ? text.walkOff : text.walkFrom(grade(-walkFromPct))}
            // To the right walks more: the slider counts down from "none" to the gentlest descent.
            value={walkOff - (walkFromPct ?? walkOff)}
            min={0}
            max={walkOff - DESCENT_FROM_PCT}
            step={1}
            onChange={(value) => set({ walkFromPct: value === 0 ? null : walkOff - value })}
          />
        </>
      )}
      <Slider
        label={text.shorter}
        told={wish.share === 1 ? text.shorterWhole : distance(wish.share * run.lengthM, units)}
        value={wish.share * SHARE_STEPS}
        min={1}
        max={SHARE_STEPS}
        step={1}
        onChange={(steps) => set({ share: steps / SHARE_STEPS })}
      />
      {props.hasSlopes && (
        <Switch label={text.reverse} isOn={wish.isReversed} onChange={(isReversed) => set({ isReversed })} />
      )}
      {props.hasSlopes && (
        <Switch label={text.treadmill} isOn={wish.isOnTreadmill} onChange={(isOnTreadmill) => set({ isOnTreadmill })} />
      )}
    </div>
  );
}

/**
 * The run another way, worked out in the page at each movement.
 *
 * @param onChange - told the load of the changed run along its way; null when it is as it was, or runs the other way round
 */
export function WhatIfPanel(props: {
  readonly id: string;
  /** False where the file tells no slope: the way back and a treadmill are then the run as it was. */
  readonly hasSlopes: boolean;
  readonly onChange: (changed: ChangedLoad | null) => void;
}) {
  const run = useLoadInput(props.id);
  const [wish, setWish] = useState(AS_RUN);
  const result = useMemo(() => run.data?.whatIf.apply(...changesOf(wish, run.data.lengthM)), [run.data, wish]);
  const { onChange } = props;
  useEffect(() => {
    const isAlongRibbon = result && result.tradeOffs.length > 0 && !wish.isReversed;
    // The answer in words comes at once; the ribbon may follow a frame later.
    startTransition(() => onChange(isAlongRibbon ? result.along : null));
  }, [result, wish, onChange]);
  return (
    <section className="what-if screen-only" aria-labelledby="what-if-title">
      <div className="what-if-head">
        <h3 id="what-if-title">{text.title}</h3>
        <button
          type="button"
          className="button button-small"
          disabled={wish === AS_RUN}
          onClick={() => setWish(AS_RUN)}
        >
          {text.reset}
        </button>
      </div>
      <p className="quiet small">{text.intro}</p>
      {run.isPending && <Loading what={text.what} heights={[180]} />}
      {run.isError && <Failed error={run.error} onRetry={() => void run.refetch()} />}
      {run.data && result && (
        <>
          <Controls run={run.data} wish={wish} hasSlopes={props.hasSlopes} onWish={setWish} />
          <div aria-live="polite">
            <WhatIfOutcome result={result} />
          </div>
        </>
      )}
    </section>
  );
}
