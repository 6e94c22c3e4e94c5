import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import type { Units } from './format.ts';
import type { Scheme } from './load-ramp.ts';
import { useProfile } from './profile.ts';
import { usePrinting } from './use-printing.ts';

/** `system` follows the device's own setting. */
export type Theme = 'system' | 'light' | 'dark';

const THEME_KEY = 'kneewise.theme';
const DARK_QUERY = '(prefers-color-scheme: dark)';

interface Preferences {
  /** As told in the profile; km until it is known. */
  readonly units: Units;
  readonly theme: Theme;
  /** The colours on screen now. */
  readonly scheme: Scheme;
  readonly setTheme: (theme: Theme) => void;
}

const PreferencesContext = createContext<Preferences | null>(null);

function stored<T extends string>(key: string, allowed: readonly T[], fallback: T): T {
  try {
    const value = localStorage.getItem(key);
    return allowed.find((candidate) => candidate === value) ?? fallback;
  } catch {
    return fallback;
  }
}

function store(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // A browser that forbids storage still shows the choice until the page closes.
  }
}

function useSystemScheme(): Scheme {
  const [isDark, setIsDark] = useState(() => matchMedia(DARK_QUERY).matches);
  useEffect(() => {
    const query = matchMedia(DARK_QUERY);
    const follow = () => setIsDark(query.matches);
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, []);
  return isDark ? 'dark' : 'light';
}

/** Gives every page the runner's units, which the profile holds, and the theme, which this browser remembers. */
export function PreferencesProvider({ children }: { readonly children: ReactNode }) {
  const units = useProfile().data?.units ?? 'km';
  const [theme, setTheme] = useState<Theme>(() => stored(THEME_KEY, ['system', 'light', 'dark'], 'system'));
  const system = useSystemScheme();
  const isPrinting = usePrinting();
  const chosen = theme === 'system' ? system : theme;
  // Paper is white whatever the screen shows.
  const scheme = isPrinting ? 'light' : chosen;

  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    store(THEME_KEY, theme);
  }, [theme]);

  const value = useMemo(() => ({ units, theme, scheme, setTheme }), [units, theme, scheme]);
  return <PreferencesContext value={value}>{children}</PreferencesContext>;
}

/** Units and colours for a page on paper, which no browser and no profile is asked for. */
export function PaperPreferences({ units, children }: { readonly units: Units; readonly children: ReactNode }) {
  const value: Preferences = { units, theme: 'light', scheme: 'light', setTheme: () => {} };
  return <PreferencesContext value={value}>{children}</PreferencesContext>;
}

/** Units and theme of this reader. */
export function usePreferences(): Preferences {
  const preferences = useContext(PreferencesContext);
  if (!preferences) throw new Error('usePreferences needs a PreferencesProvider above it');
  return preferences;
}
