import { useEffect } from 'react';
import { words } from '../../lib/words.ts';
import { ModelSection } from './components/model-section.tsx';
import { SensitivitySection } from './components/sensitivity-section.tsx';
import { SourcesSection } from './components/sources-section.tsx';
import { ValidationSection } from './components/validation-section.tsx';
import './evidence-page.css';

const text = words.evidence;

const PARTS = [
  { id: 'model', title: text.model.title },
  { id: 'validation', title: text.validation.title },
  { id: 'sensitivity', title: text.sensitivity.title },
  { id: 'sources', title: text.sources.title },
] as const;

/** Goes to the part that the address names: it was not there yet when the browser looked for it. */
function useNamedPart(): void {
  useEffect(() => {
    if (window.location.hash === '') return;
    // After the frame has put a new page at its top.
    const frame = requestAnimationFrame(() => window.location.replace(window.location.hash));
    return () => cancelAnimationFrame(frame);
  }, []);
}

/** How the numbers are made: formulas, constants, validation, sensitivity and every source, from the code itself. */
export function EvidencePage() {
  useNamedPart();
  return (
    <>
      <header className="stack">
        <h1>{text.title}</h1>
        <p className="lede">{text.lede}</p>
        <nav aria-label={text.contents} className="screen-only">
          <ul className="evidence-contents">
            {PARTS.map(({ id, title }) => (
              <li key={id}>
                <a href={`#${id}`}>{title}</a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <ModelSection />
      <ValidationSection />
      <SensitivitySection />
      <SourcesSection />
    </>
  );
}
