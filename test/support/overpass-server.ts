/** A service on this machine that speaks the protocol of Overpass-compatible ones: a question with boxes in, ways and nodes as JSON out. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { eachNode, eachWay, type RawWay } from '../../server/maps/pbf-block.ts';
import { blocksOf } from '../../server/maps/pbf-file.ts';

/** A node as such a service tells it. */
interface Node {
  readonly type: 'node';
  readonly id: number;
  readonly lat: number;
  readonly lon: number;
}

/** A way as such a service tells it. */
interface Way {
  readonly type: 'way';
  readonly id: number;
  readonly nodes: readonly number[];
  readonly tags: RawWay['tags'];
}

/** All that the service knows. */
export interface World {
  readonly nodes: ReadonlyMap<number, Node>;
  readonly ways: readonly Way[];
}

/** A world of an extract in a file. */
export function worldOfExtract(path: string): World {
  const nodes = new Map<number, Node>();
  const ways: Way[] = [];
  for (const block of blocksOf(path)) {
    if (block.type !== 'OSMData') continue;
    const bytes = block.open();
    eachNode(bytes, (id, lonE7, latE7) => nodes.set(id, { type: 'node', id, lat: latE7 / 1e7, lon: lonE7 / 1e7 }));
    eachWay(bytes, ({ id, nodeIds, tags }) => ways.push({ type: 'way', id, nodes: nodeIds, tags }));
  }
  return { nodes, ways };
}

/** A world of made-up places, in degrees, and ways over them by their order from 1. */
export function madeWorld(places: readonly (readonly [lat: number, lon: number])[], ways: readonly Way[]): World {
  const nodes = places.map(([lat, lon], i): [number, Node] => [i + 1, { type: 'node', id: i + 1, lat, lon }]);
  return { nodes: new Map(nodes), ways };
}

const SELECTS = /way\["(?<key>[^"]+)"(?:="(?<value>[^"]+)")?\]\((?<box>[^)]+)\);/g;

/** What the question asks for, as the language's reference has it: ways with a node in the box, and all nodes of theirs. */
function answerTo(world: World, query: string): { readonly elements: readonly (Node | Way)[] } {
  const found = new Set<Way>();
  for (const { groups = {} } of query.matchAll(SELECTS)) {
    const [south = 0, west = 0, north = 0, east = 0] = (groups.box ?? '').split(',').map(Number);
    const isIn = (id: number): boolean => {
      const node = world.nodes.get(id);
      return node !== undefined && node.lat >= south && node.lat <= north && node.lon >= west && node.lon <= east;
    };
    for (const way of world.ways) {
      const tag = way.tags[groups.key ?? ''];
      const isWanted = tag !== undefined && (groups.value === undefined || groups.value === tag);
      if (isWanted && way.nodes.some(isIn)) found.add(way);
    }
  }
  const ways = [...found];
  const nodes = [...new Set(ways.flatMap((way) => way.nodes))].flatMap((id) => world.nodes.get(id) ?? []);
  return { elements: [...ways, ...nodes] };
}

/** What the service does instead of answering. */
export type Mischief = (response: ServerResponse) => void;

/** See the head of this file. */
export class OverpassServer {
  /** The questions, in the order asked. */
  readonly queries: string[] = [];
  /** When each came, milliseconds. */
  readonly askedAtMs: number[] = [];
  /** Most questions that were open at once. */
  mostAtOnce = 0;
  /** Done to the next questions, one each, before it answers again. */
  readonly mischief: Mischief[] = [];
  readonly #server = createServer((request, response) => void this.#answer(request, response));
  readonly #world: World;
  #open = 0;

  constructor(world: World) {
    this.#world = world;
  }

  /** Starts to listen. @returns the address to ask */
  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/api/interpreter`;
  }

  /** Ends it, with whatever is open. */
  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.mostAtOnce = Math.max(this.mostAtOnce, ++this.#open);
    response.once('close', () => this.#open--);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const query = new URLSearchParams(Buffer.concat(chunks).toString()).get('data') ?? '';
    this.queries.push(query);
    this.askedAtMs.push(Date.now());
    const mischief = this.mischief.shift();
    if (mischief) mischief(response);
    else response.setHeader('content-type', 'application/json').end(JSON.stringify(answerTo(this.#world, query)));
  }
}
