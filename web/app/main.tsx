import '@fontsource-variable/source-sans-3/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/forms.css';
import './styles/shell.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ApiProblem } from '../lib/api-client.ts';
import { PreferencesProvider } from '../lib/preferences.tsx';
import { App } from './app.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { goAhead } from './go-ahead.ts';

/** Tries of a request that got no answer or a server fault; a refusal (4xx) will not change by asking again. */
const RETRIES = 2;
const CLIENT_FAULTS = 500;
/** The page is the only writer on most machines, so what was read stays good for a while. */
const STALE_MS = 30_000;

const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // The server is this machine or the next one; without it, the service worker still has what was looked at.
      networkMode: 'always',
      staleTime: STALE_MS,
      retry: (failures, error) =>
        failures < RETRIES && !(error instanceof ApiProblem && error.status > 0 && error.status < CLIENT_FAULTS),
    },
    mutations: { networkMode: 'always' },
  },
});

goAhead(queryClient);

// Browsers give it to safe addresses only: this machine, or HTTPS. Without it the page works, but not without the server.
if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  void navigator.serviceWorker.register('/sw.js').catch(() => {});
}

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id root');

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <PreferencesProvider>
        <ErrorBoundary>
          <App />
        </ErrorBoundary>
      </PreferencesProvider>
    </QueryClientProvider>
  </StrictMode>,
);
