/** Keeps other sites out of a server that trusts whoever can reach it. */
import type { Request, RequestHandler } from 'express';
import helmet from 'helmet';
import { isLoopback } from '../config.ts';
import { HttpProblem } from './problem.ts';

/**
 * Response headers. Styles set through script (Leaflet, Chart.js, React) need no exception; nothing is fetched from
 * another host but pictures from the one that the runner has named; plain HTTP at home, so no upgrade and no HSTS.
 *
 * @param tileOrigin Where the background of the map comes from at this moment; null for nowhere.
 */
export const secureHeaders = (tileOrigin: () => string | null): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", () => ['data:', tileOrigin()].filter((source) => source !== null).join(' ')],
        styleSrc: ["'self'"],
        scriptSrc: ["'self'"],
        connectSrc: ["'self'"],
        fontSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: false,
    // Nobody else is told where the reader was. With no-referrer a browser sends forms of the page with `Origin: null`, and the
    // guard below could not tell a login from another site's form.
    referrerPolicy: { policy: 'same-origin' },
  });

/** Host name of a `Host` header without its port; null when it is none. */
function hostName(host: string): string | null {
  try {
    return new URL(`http://${host}`).hostname;
  } catch {
    return null;
  }
}

/**
 * A site elsewhere can point its own name at 127.0.0.1 and so read from here (DNS rebinding); the name in `Host` gives
 * it away. Only for a server bound to loopback: elsewhere the owner's names are not known.
 */
export function refuseForeignHosts(boundTo: string): RequestHandler {
  return (request, _response, next) => {
    const name = hostName(request.headers.host ?? '');
    if (!isLoopback(boundTo) || (name !== null && isLoopback(name))) return next();
    const detail = `Kneewise answers only to this machine's own names, not to "${request.headers.host ?? ''}".`;
    throw new HttpProblem(403, 'foreign-host', 'Refused', detail);
  };
}

const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);
/** What browsers say of a request that no other site had a hand in; other programs say nothing. */
const OWN_SITES: ReadonlySet<string | undefined> = new Set([undefined, 'same-origin', 'none']);

function isOwn(request: Request): boolean {
  const { origin, host } = request.headers;
  if (origin !== undefined) return URL.canParse(origin) && new URL(origin).host === host;
  return OWN_SITES.has(request.get('sec-fetch-site'));
}

/** A page elsewhere can make the browser post here; it must change nothing. */
export const refuseCrossSitePosts: RequestHandler = (request, _response, next) => {
  if (SAFE_METHODS.has(request.method) || isOwn(request)) return next();
  throw new HttpProblem(403, 'cross-site', 'Refused', 'Changes are taken only from Kneewise’s own page.');
};
