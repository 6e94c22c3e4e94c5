/** What an Overpass-compatible service is asked for the ways in a box, and what it answers. */
import { readFileSync } from 'node:fs';
import type { BoxE7 } from '#core';
import type { WaySource } from './collect-ways.ts';
import type { RawWay } from './pbf-block.ts';

/** Longest work and most memory that the service is asked for: seconds and bytes. Assumption: ten times what a city takes. */
const SERVICE_TIMEOUT_S = 60;
const SERVICE_BYTES = 256 * 2 ** 20;

const E7 = 1e7;
/** Edges of the grid are whole thousandths of a degree, so that no digit more is sent. */
const DIGITS = 3;

/** The answer is not what such a service sends; the message says what it is instead. */
export class OverpassAnswerError extends Error {
  override readonly name = 'OverpassAnswerError';
}

/** The question, in the language of such services: ways and running tracks in a box, and then their nodes. */
export function overpassQuery({ minLon, minLat, maxLon, maxLat }: BoxE7): string {
  const box = [minLat, minLon, maxLat, maxLon].map((edge) => (edge / E7).toFixed(DIGITS)).join();
  const settings = `[out:json][timeout:${SERVICE_TIMEOUT_S}][maxsize:${SERVICE_BYTES}];`;
  return `${settings}(way["highway"](${box});way["leisure"="track"](${box}););out body;>;out skel;`;
}

type Fields = Readonly<Record<string, unknown>>;

const isNumber = (value: unknown, most: number): value is number =>
  typeof value === 'number' && Math.abs(value) <= most;
const isId = (value: unknown): value is number => Number.isSafeInteger(value);
const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

function toWay({ id, nodes, tags = {} }: Fields): RawWay {
  const isWhole = isId(id) && Array.isArray(nodes) && nodes.every(isId) && isObject(tags);
  if (!isWhole) throw new OverpassAnswerError('The answer holds a way that is none.');
  const texts = Object.entries(tags).filter((pair): pair is [string, string] => typeof pair[1] === 'string');
  return { id, nodeIds: nodes, tags: Object.fromEntries(texts) };
}

function toNode({ id, lat, lon }: Fields): { id: number; lonE7: number; latE7: number } {
  if (!isId(id) || !isNumber(lat, 90) || !isNumber(lon, 180))
    throw new OverpassAnswerError('The answer holds a node that is none.');
  return { id, lonE7: Math.round(lon * E7), latE7: Math.round(lat * E7) };
}

function elementsOf(text: string): Fields[] {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch (cause) {
    throw new OverpassAnswerError('The answer is not the JSON of an Overpass-compatible service.', { cause });
  }
  if (!isObject(answer) || !Array.isArray(answer.elements) || !answer.elements.every(isObject))
    throw new OverpassAnswerError('The answer is not that of an Overpass-compatible service.');
  // A service that gave up half-way says so here, under a status of success.
  if (typeof answer.remark === 'string') throw new OverpassAnswerError('The service gave up on the question.');
  return answer.elements;
}

/**
 * The ways and nodes of an answer in a file.
 * @throws {OverpassAnswerError} when it is none, or not whole.
 */
export function overpassSource(path: string): WaySource {
  const elements = elementsOf(readFileSync(path, 'utf8'));
  const ways = elements.filter(({ type }) => type === 'way').map(toWay);
  const nodes = elements.filter(({ type }) => type === 'node').map(toNode);
  if (ways.length > 0 && nodes.length === 0)
    throw new OverpassAnswerError('The answer holds ways without their nodes.');
  return {
    eachWay: (take) => ways.forEach(take),
    eachNode(take) {
      for (const { id, lonE7, latE7 } of nodes) take(id, lonE7, latE7);
    },
  };
}
