/** The Express application: guards, API, page, and the problem middleware last. */
import { join } from 'node:path';
import { constants } from 'node:zlib';
import compression from 'compression';
import express, { type Express, type RequestHandler } from 'express';
import { chosenRunRoutes } from './http/chosen-runs.ts';
import { dataRoutes } from './http/data.ts';
import { refuseCrossSitePosts, refuseForeignHosts, secureHeaders } from './http/guard.ts';
import { habitRoutes } from './http/habits.ts';
import { importRoutes } from './http/imports.ts';
import { requireLogin } from './http/login.ts';
import { mapTileRoutes } from './http/map-tiles.ts';
import { mapRoutes } from './http/maps.ts';
import { metaRoutes } from './http/meta.ts';
import { planRoutes } from './http/plans.ts';
import { answerNoSuchRoute, answerProblems } from './http/problem.ts';
import { reportFileRoutes } from './http/report-files.ts';
import { runnerRoutes } from './http/runner.ts';
import { runRoutes } from './http/runs.ts';
import { terrainRoutes } from './http/terrain.ts';
import { toldGroundRoutes } from './http/told-ground.ts';
import { trashRoutes } from './http/trash.ts';
import { trendRoutes } from './http/trends.ts';
import type { Acts } from './services/acts.ts';
import type { DataKeeping } from './services/data-keeping.ts';
import type { Habits } from './services/habits.ts';
import type { Imports } from './services/imports.ts';
import type { MapTiles } from './services/map-tiles.ts';
import type { Maps } from './services/maps.ts';
import type { OnlineMaps } from './services/online-maps.ts';
import type { Passwords } from './services/passwords.ts';
import type { Plans } from './services/plans.ts';
import type { ReportFiles } from './services/report-files.ts';
import type { Runner } from './services/runner.ts';
import type { Runs } from './services/runs.ts';
import type { Terrain } from './services/terrain.ts';
import type { ToldGround } from './services/told-ground.ts';
import type { Trash } from './services/trash.ts';
import type { Trends } from './services/trends.ts';

/** What the application serves. */
export interface AppParts {
  readonly imports: Imports;
  readonly runs: Runs;
  readonly runner: Runner;
  readonly reportFiles: ReportFiles;
  readonly trends: Trends;
  readonly maps: Maps;
  readonly terrain: Terrain;
  readonly mapTiles: MapTiles;
  readonly onlineMaps: OnlineMaps;
  readonly toldGround: ToldGround;
  readonly plans: Plans;
  readonly trash: Trash;
  /** Told of what the runner changes. */
  readonly acts: Acts;
  readonly habits: Habits;
  readonly keeping: DataKeeping;
  readonly passwords: Passwords;
  /** Absolute path of the folder for files under way. */
  readonly incoming: string;
  /** Absolute path of the built page. */
  readonly webFolder: string;
  /** Address that the server is bound to. */
  readonly host: string;
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number;
}

/** Made anew for each answer: the usual level makes the columns of a run a sixth smaller and takes six times as long. */
const QUICK_COMPRESSION = { level: constants.Z_BEST_SPEED };

/** Answers change with every import; a browser must ask each time. */
const neverCached: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store');
  next();
};

/** All but what only asks is an act: noted before it is done and after. */
function noteActs(acts: Acts): RequestHandler {
  return (request, response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD') return next();
    acts.note();
    response.on('finish', () => acts.note()).on('close', () => acts.note());
    next();
  };
}

/** Built files carry a fingerprint in their name and may be kept for ever; the page itself may not. */
function page(webFolder: string): RequestHandler[] {
  const assets = express.static(join(webFolder, 'assets'), { immutable: true, maxAge: '1y', fallthrough: true });
  const underAssets: RequestHandler = (request, response, next) => {
    if (!request.path.startsWith('/assets/')) return next();
    request.url = request.url.slice('/assets'.length);
    return assets(request, response, (error?: unknown) => (error ? next(error) : response.status(404).end()));
  };
  const indexForAll: RequestHandler = (request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next();
    response.sendFile(join(webFolder, 'index.html'), { headers: { 'Cache-Control': 'no-cache' } }, (error) => {
      if (error) next(error);
    });
  };
  return [underAssets, express.static(webFolder, { index: false }), indexForAll];
}

/** @returns The application, not yet listening. */
export function createApp(parts: AppParts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(
    secureHeaders(() => parts.mapTiles.origin),
    refuseForeignHosts(parts.host),
    refuseCrossSitePosts,
    requireLogin(parts.passwords),
  );
  app.use('/api', noteActs(parts.acts), neverCached, compression(QUICK_COMPRESSION), express.json({ limit: '100kb' }));
  app.use(importRoutes(parts.imports, parts.incoming), runRoutes(parts.runs, parts.trash), trendRoutes(parts.trends));
  app.use(
    runnerRoutes(parts.runner, parts.now),
    habitRoutes(parts.habits),
    trashRoutes(parts.trash),
    metaRoutes(parts.passwords),
  );
  app.use(mapTileRoutes(parts.mapTiles));
  app.use(reportFileRoutes(parts.reportFiles));
  app.use(dataRoutes(parts.keeping, parts.incoming));
  app.use(mapRoutes(parts.maps, parts.onlineMaps, parts.incoming), toldGroundRoutes(parts.toldGround));
  app.use(chosenRunRoutes(parts.runs, parts.toldGround, parts.now));
  app.use(terrainRoutes(parts.terrain, parts.incoming));
  app.use(planRoutes(parts.plans, parts.incoming));
  app.use('/api', answerNoSuchRoute);
  app.use(compression(), ...page(parts.webFolder));
  app.use(answerProblems);
  return app;
}
