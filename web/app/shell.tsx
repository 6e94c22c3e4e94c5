import { type ReactNode, useEffect, useRef } from 'react';
import { Link, useLocation } from 'wouter';
import { usePreferences } from '../lib/preferences.tsx';
import { words } from '../lib/words.ts';

const PAGES = [
  { href: '/', name: words.nav.runs, owns: (path: string) => path === '/' || path.startsWith('/runs') },
  { href: '/trends', name: words.nav.trends, owns: (path: string) => path === '/trends' },
  {
    href: '/before',
    name: words.nav.nextRun,
    shortName: words.nav.nextRunShort,
    owns: (path: string) => path === '/before' || path.startsWith('/plans'),
  },
  { href: '/pain', name: words.nav.pain, owns: (path: string) => path === '/pain' },
  { href: '/care', name: words.nav.care, owns: (path: string) => path === '/care' },
  { href: '/settings', name: words.nav.settings, owns: (path: string) => ['/settings', '/imports'].includes(path) },
] as const;

function Wordmark() {
  return (
    <Link href="/" className="wordmark">
      <svg viewBox="0 0 34 20" aria-hidden="true">
        <path d="M1 12c5 0 6-10 11-10s5 7 9 7 5-5 12-5v16H1z" fill="var(--ramp-2)" />
        <path d="M1 12c5 0 6-10 11-10s5 7 9 7 5-5 12-5" fill="none" stroke="currentColor" strokeWidth="2" />
      </svg>
      Kneewise
    </Link>
  );
}

function ThemeSwitch() {
  const { scheme, setTheme } = usePreferences();
  const other = scheme === 'dark' ? 'light' : 'dark';
  return (
    <button type="button" className="button button-small theme-switch" onClick={() => setTheme(other)}>
      {words.nav.theme[other]}
    </button>
  );
}

/** The frame round every page: name, navigation, theme, and where the data lives. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const [path] = useLocation();
  const main = useRef<HTMLElement>(null);
  const lastPath = useRef(path);

  useEffect(() => {
    // A page change in a single-page app is silent to a screen reader and keeps the scroll place unless told.
    if (lastPath.current === path) return;
    lastPath.current = path;
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [path]);

  return (
    <>
      <a className="skip-link" href="#main">
        {words.nav.skip}
      </a>
      <header className="shell-head">
        <Wordmark />
        <nav className="nav" aria-label={words.nav.label}>
          <ul>
            {PAGES.map((page) => (
              <li key={page.href}>
                <Link href={page.href} aria-current={page.owns(path) ? 'page' : undefined}>
                  {'shortName' in page ? (
                    <>
                      <span className="nav-long">{page.name}</span>
                      <span className="nav-short" aria-hidden="true">
                        {page.shortName}
                      </span>
                    </>
                  ) : (
                    page.name
                  )}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <ThemeSwitch />
      </header>
      <main className="main" id="main" ref={main} tabIndex={-1}>
        {children}
      </main>
      <footer className="shell-foot">
        {words.foot} <Link href="/evidence">{words.footEvidence}</Link>
      </footer>
    </>
  );
}
