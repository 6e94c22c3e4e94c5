import type { Report } from '#core';
import { words } from '../../../lib/words.ts';

const text = words.report.fine.appFields;

/** What a sensor recorded through an app on the watch, and that nothing here is made of it. */
export function AppFields({ fields }: { readonly fields: Report['appFields'] }) {
  const apps = [...new Set(fields.map(({ app }) => app))];
  return apps.map((app) => (
    <div key={app}>
      <h3>{text.title(app)}</h3>
      <ul>
        {fields
          .filter((field) => field.app === app)
          .map(({ name, unit, mean }) => (
            <li key={name}>{text.mean(name, mean, unit)}</li>
          ))}
      </ul>
      <p className="quiet small">{text.unused}</p>
    </div>
  ));
}
