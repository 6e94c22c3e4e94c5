import { useMemo } from 'react';
import type { RunTrack } from '#contract/runs';
import type { Report } from '#core';
import { ChoiceRow } from '../../../components/choice-row.tsx';
import { PAINTS, type PaintKind, paintOf } from '../../../lib/paint.ts';
import { usePreferences } from '../../../lib/preferences.tsx';
import { words } from '../../../lib/words.ts';

/** What ribbon and map are coloured by, out of what this run holds. */
export function PaintChoice(props: {
  readonly track: RunTrack;
  readonly ground: Report['segments']['surface'];
  readonly value: PaintKind;
  readonly onChange: (kind: PaintKind) => void;
}) {
  const { scheme, units } = usePreferences();
  const { track, ground } = props;
  const options = useMemo(() => {
    const known = PAINTS.filter((kind) => paintOf(kind, track, ground, { scheme, units }) !== null);
    return Object.fromEntries(known.map((kind) => [kind, words.paint.kinds[kind]])) as Record<PaintKind, string>;
  }, [track, ground, scheme, units]);
  return <ChoiceRow legend={words.paint.choose} options={options} value={props.value} onChange={props.onChange} />;
}
