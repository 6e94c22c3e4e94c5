import { useMemo } from 'react';
import { MODEL_CONSTANTS, type ModelConstant, REFERENCE_RUNNER, REFERENCE_RUNS, sensitivities } from '#core';
import { words } from '../../../lib/words.ts';

const text = words.evidence.sensitivity;

const HALF_A_PER_CENT = 0.5;
const NOTHING = '–';

const signed = (pct: number): string =>
  Math.abs(pct) < HALF_A_PER_CENT ? NOTHING : `${pct > 0 ? '+' : '−'}${Math.abs(pct).toFixed(0)}`;

/** How the load of three runs moves with each constant, computed here and now. */
export function SensitivitySection() {
  const moved = useMemo(() => REFERENCE_RUNS.map(({ track }) => sensitivities(track, REFERENCE_RUNNER)), []);
  const constants: readonly ModelConstant[] = Object.values(MODEL_CONSTANTS);
  return (
    <section className="section stack" aria-labelledby="sensitivity">
      <h2 id="sensitivity">{text.title}</h2>
      <p className="evidence-lede">
        {text.lede} {text.hint}
      </p>
      <ul className="evidence-list quiet">
        {REFERENCE_RUNS.map(({ title, description }) => (
          <li key={title}>
            {title}: {description}
          </li>
        ))}
        <li>{text.runner}</li>
      </ul>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard reaches what a narrow screen scrolls. */}
      <section className="table-scroll" tabIndex={0} aria-label={text.title}>
        <table className="sensitivity">
          <thead>
            <tr>
              <th scope="col">{text.constant}</th>
              {REFERENCE_RUNS.map(({ title }) => (
                <th key={title} scope="col" className="number">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {constants.map(({ meaning }, row) => (
              <tr key={meaning}>
                <th scope="row">{meaning}</th>
                {moved.map((run, at) => {
                  const low = signed(run[row]?.p2.atLow ?? 0);
                  const high = signed(run[row]?.p2.atHigh ?? 0);
                  return (
                    <td key={REFERENCE_RUNS[at]?.title} className="number">
                      {low === NOTHING && high === NOTHING ? NOTHING : text.ends(low, high)}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
