import { type FormEvent, useState } from 'react';
import type { NewPainEntry } from '#contract/runner';
import { ChoiceRow } from '../../../components/choice-row.tsx';
import { words } from '../../../lib/words.ts';
import { useCreatePainEntry } from '../api/create-pain-entry.ts';
import { KneeDrawing } from './knee-drawing.tsx';
import { ScoreScale } from './score-scale.tsx';
import './pain-form.css';

const text = words.pain;
const MOMENTS = ['during', 'hourAfter', 'nextMorning'] as const;

const emptyEntry = (date: string, runId: string | null): NewPainEntry => ({
  date,
  runId,
  side: 'right',
  place: 'front',
  before: null,
  during: null,
  hourAfter: null,
  nextMorning: null,
  note: null,
});

/**
 * Asks where and how much the knee hurt.
 *
 * @param runId - run that it belongs to; null for an entry of its own, which then asks for the date
 * @param date - calendar date that the form starts with
 */
export function PainForm({ runId, date }: { readonly runId: string | null; readonly date: string }) {
  const [entry, setEntry] = useState(() => emptyEntry(date, runId));
  const [isMissing, setIsMissing] = useState(false);
  const create = useCreatePainEntry();
  const change = (part: Partial<NewPainEntry>) => {
    setEntry({ ...entry, ...part });
    setIsMissing(false);
    create.reset();
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (MOMENTS.every((moment) => entry[moment] === null)) return setIsMissing(true);
    create.mutate(entry, { onSuccess: () => setEntry(emptyEntry(entry.date, runId)) });
  };
  const message = isMissing ? text.needScore : (create.error?.message ?? (create.isSuccess ? text.saved : null));

  return (
    <section className="section screen-only" aria-labelledby="pain-form-title">
      <h2 id="pain-form-title">{runId === null ? text.addTitle : text.formTitle}</h2>
      <p className="quiet">{text.formHint}</p>
      <form className="pain-form" onSubmit={save}>
        <div className="pain-form-body">
          <div className="pain-form-place">
            {runId === null && (
              <div className="field pain-form-date">
                <label htmlFor="pain-date">{text.date}</label>
                <input
                  id="pain-date"
                  className="input"
                  type="date"
                  required
                  value={entry.date}
                  onChange={(event) => change({ date: event.target.value })}
                />
              </div>
            )}
            <KneeDrawing side={entry.side} place={entry.place} onPick={(place) => change({ place })} />
            <ChoiceRow
              legend={text.side}
              options={text.sides}
              value={entry.side}
              onChange={(side) => change({ side })}
            />
            <ChoiceRow
              legend={text.place}
              options={text.places}
              value={entry.place}
              onChange={(place) => change({ place })}
            />
          </div>
          <div className="pain-form-scores">
            <p className="quiet">{text.score}</p>
            {MOMENTS.map((moment) => (
              <ScoreScale
                key={moment}
                legend={text.scores[moment]}
                value={entry[moment]}
                onChange={(score) => change({ [moment]: score })}
              />
            ))}
            <div className="field">
              <label htmlFor="pain-note">{text.note}</label>
              <textarea
                id="pain-note"
                className="input"
                maxLength={2000}
                value={entry.note ?? ''}
                onChange={(event) => change({ note: event.target.value === '' ? null : event.target.value })}
              />
            </div>
          </div>
        </div>
        <div className="row">
          <button type="submit" className="button button-main" disabled={create.isPending}>
            {create.isPending ? text.saving : text.save}
          </button>
          <p role="status">{message}</p>
        </div>
        <p className="small quiet">{text.care}</p>
      </form>
    </section>
  );
}
