import { Failed, Loading } from '../../components/states.tsx';
import { words } from '../../lib/words.ts';
import { useFreshAfterImports, useImports, useUpdating } from './api/imports.ts';
import { ImportRow } from './components/import-row.tsx';
import { TrashSection } from './components/trash-section.tsx';
import './imports-page.css';

const text = words.imports;

function ImportRows() {
  const imports = useImports();
  if (imports.isPending) return <Loading what={text.what} heights={[96, 96, 96]} />;
  if (imports.isError) return <Failed error={imports.error} onRetry={() => void imports.refetch()} />;
  if (imports.data.length === 0) return <p className="quiet">{text.none}</p>;
  return (
    <ul className="import-rows">
      {imports.data.map((one) => (
        <ImportRow key={one.id} of={one} />
      ))}
    </ul>
  );
}

/** How far a new version is with runs that were here before, when no import is under way that would tell the same. */
function Updating() {
  const updating = useUpdating().data ?? 0;
  const imports = useImports();
  const isImporting = imports.data?.some(({ state }) => state === 'working') ?? true;
  return <p role="status">{updating > 0 && !isImporting ? text.updating(updating) : null}</p>;
}

/** All imports with what became of each file, and the trash. */
export function ImportsPage() {
  useFreshAfterImports();
  return (
    <>
      <div className="stack imports-head">
        <h1>{text.title}</h1>
        <p className="lede quiet">{text.intro}</p>
        <Updating />
      </div>
      <ImportRows />
      <TrashSection />
    </>
  );
}
