import { useMemo } from 'react';
import { type RowResult, validationTable } from '#core';
import { words } from '../../../lib/words.ts';
import { SourceLinks } from './source-links.tsx';

const text = words.evidence.validation;

const shown = (value: number): string => String(Number(value.toFixed(1))).replace('-', '−');

function Row({ row }: { readonly row: RowResult }) {
  return (
    <li className="validation-row" data-status={row.status}>
      <span className="validation-status">{text.status[row.status]}</span>
      <div>
        <p>
          {row.number}. {row.title} (<SourceLinks keys={row.studies} />)
        </p>
        <ul className="evidence-list quiet">
          {row.checks.map(({ condition, published: [low, high], found, tolerance, unit }) => (
            <li key={condition}>
              {text.check(
                condition,
                low === high ? shown(low) : text.between(shown(low), shown(high)),
                shown(found),
                tolerance,
                unit,
              )}
            </li>
          ))}
        </ul>
        <p className="quiet small">
          {[text.use[row.use], text.read[row.read]].join(', ')}
          {row.remark === null ? '' : `. ${row.remark}`}
        </p>
      </div>
    </li>
  );
}

/** Every published number the model is held to, with its verdict; none is hidden. */
export function ValidationSection() {
  const rows = useMemo(validationTable, []);
  const count = (status: RowResult['status']) => rows.filter((row) => row.status === status).length;
  return (
    <section className="section stack" aria-labelledby="validation">
      <h2 id="validation">{text.title}</h2>
      <p className="evidence-lede">{text.lede(count('pass'), count('fail'), count('open'))}</p>
      <ol className="validation-rows">
        {rows.map((row) => (
          <Row key={row.number} row={row} />
        ))}
      </ol>
    </section>
  );
}
