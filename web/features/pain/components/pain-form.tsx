import { useState } from 'react';
import type { NewPainEntry, StoredPainEntry } from '#contract/runner';
import { RedFlag } from '../../../components/red-flag.tsx';
import { localDate } from '../../../lib/dates.ts';
import { words } from '../../../lib/words.ts';
import { usePainLog } from '../api/get-pain-log.ts';
import { useSavePainEntry } from '../api/save-pain-entry.ts';
import { KneeDrawing, type KneeSpot } from './knee-drawing.tsx';
import { ScoreScale } from './score-scale.tsx';
import './pain-form.css';

const text = words.pain;
const LATER_MOMENTS = ['before', 'hourAfter', 'nextMorning'] as const;
const MOMENTS = ['during', ...LATER_MOMENTS] as const;

/** Where a knee is said to hurt when it does not: every entry has a place, and this one is the most usual. */
const NOWHERE: KneeSpot = { side: 'right', place: 'front' };

type Scores = Pick<NewPainEntry, (typeof MOMENTS)[number] | 'note' | 'date'>;

interface PainFormProps {
  /** Run that it belongs to; null for a day without one, which then asks for the date. */
  readonly runId: string | null;
  /** Calendar date that the form starts with. */
  readonly date: string;
  /** Entry to complete; null to begin one. */
  readonly stored: StoredPainEntry | null;
  /** Begins another entry; left out where there is one a run. */
  readonly onAnother?: () => void;
}

const noScores = (date: string): Scores => ({
  date,
  before: null,
  during: null,
  hourAfter: null,
  nextMorning: null,
  note: null,
});

/** Keeps an entry as it grows: the first score with a place makes it, all that follows completes it. */
function usePainDraft({ runId, date, stored }: PainFormProps) {
  const [spot, setSpot] = useState<KneeSpot | null>(stored);
  const [scores, setScores] = useState<Scores>(stored ?? noScores(date));
  const { id, save } = useSavePainEntry(stored?.id ?? null);
  const keep = (place: KneeSpot | null, told: Scores) => {
    setSpot(place);
    setScores(told);
    if (place === null || MOMENTS.every((moment) => told[moment] === null)) return;
    const { before, during, hourAfter, nextMorning, note } = told;
    const entry = { date: told.date, runId, side: place.side, place: place.place };
    save.mutate({ ...entry, before, during, hourAfter, nextMorning, note });
  };
  return { id, spot, scores, save, keep };
}

/** Asks where and how much the knee hurt. Two taps make an entry: the place, and a number. */
export function PainForm(props: PainFormProps) {
  const { runId } = props;
  const { id, spot, scores, save, keep } = usePainDraft(props);
  const log = usePainLog();
  const tell = (part: Partial<Scores>) => keep(spot, { ...scores, ...part });
  const needs = spot === null ? text.needPlace : text.needScore;
  const isTold = MOMENTS.some((moment) => scores[moment] !== null);
  const status = save.error?.message ?? (save.isPending ? text.saving : id !== null && isTold ? text.saved : needs);

  return (
    <fieldset className="pain-form">
      {runId === null && (
        <div className="field pain-form-date">
          <label htmlFor="pain-date">{text.date}</label>
          <input
            id="pain-date"
            className="input"
            type="date"
            required
            max={localDate(new Date())}
            value={scores.date}
            onChange={(event) => event.target.value !== '' && tell({ date: event.target.value })}
          />
        </div>
      )}
      <div className="pain-form-body">
        <div className="pain-form-place">
          <KneeDrawing spot={spot} onPick={(place) => keep(place, scores)} />
        </div>
        <div className="pain-form-scores">
          <ScoreScale
            legend={runId === null ? text.anyDay : text.scores.during}
            value={scores.during}
            onChange={(during) => keep(spot ?? (during === 0 ? NOWHERE : null), { ...scores, during })}
          />
          <p className="quiet small">{text.score}</p>
          <p role="status" className="pain-status">
            {status}
          </p>
          {id !== null && props.onAnother && (
            <p>
              <button type="button" className="button button-small" onClick={props.onAnother}>
                {text.another}
              </button>
            </p>
          )}
          {id !== null && <RedFlag flag={log.data?.redFlag ?? null} />}
          {LATER_MOMENTS.map((moment) => (
            <ScoreScale
              key={moment}
              legend={text.scores[moment]}
              value={scores[moment]}
              onChange={(score) => tell({ [moment]: score })}
            />
          ))}
          <div className="field">
            <label htmlFor="pain-note">{text.note}</label>
            <textarea
              id="pain-note"
              className="input"
              maxLength={2000}
              defaultValue={scores.note ?? ''}
              onBlur={(event) => {
                const note = event.target.value.trim() === '' ? null : event.target.value;
                if (note !== scores.note) tell({ note });
              }}
            />
          </div>
        </div>
      </div>
      <p className="small quiet">{text.care}</p>
    </fieldset>
  );
}
