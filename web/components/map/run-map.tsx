import * as L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { RunTrack } from '#contract/runs';
import type { ReportExtent } from '#core';
import { useMapTiles } from '../../lib/map-tiles.ts';
import type { Paint } from '../../lib/paint.ts';
import { words } from '../../lib/words.ts';
import { lastPlace, type Place, stretchPlaces, trackLines } from './track-lines.ts';
import './run-map.css';

const TRACK_WIDTH = 5;
const CASING_WIDTH = 8;
const MARK_WIDTH = 13;
/** Closer than this the names of start and finish overlap, px. */
const NAMES_APART_PX = 60;
/** Room for the zoom buttons at the left, px. */
const PADDING = { paddingTopLeft: [58, 36] as [number, number], paddingBottomRight: [58, 30] as [number, number] };

/** Zoom that most servers have tiles for. */
const DEEPEST_TILES = 19;

const CURSOR_PANE = 'cursor';

interface MarkedFinding {
  readonly id: string;
  readonly where: readonly ReportExtent[];
}

interface RunMapProps {
  readonly track: RunTrack;
  readonly subSport: string | null;
  readonly marked: readonly MarkedFinding[];
  readonly chosen: string | null;
  readonly paint: Paint;
  /** Stretches to go to; null shows the whole run. */
  readonly shown: readonly ReportExtent[] | null;
  /** Sample under the cursor. */
  readonly at: number | null;
}

const token = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

function createMap(element: HTMLElement): L.Map {
  const map = L.map(element, {
    attributionControl: false,
    scrollWheelZoom: false,
    // One finger scrolls the page; two move the map.
    dragging: !matchMedia('(pointer: coarse)').matches,
    zoomSnap: 0.25,
    preferCanvas: true,
    zoomAnimation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
  });
  map.createPane(CURSOR_PANE).style.pointerEvents = 'none';
  L.control.scale({ imperial: false }).addTo(map);
  return map;
}

/** Names of start and finish; one name for both where two would cover each other. */
function ends(map: L.Map, places: readonly Place[]) {
  const [start, finish] = [places[0], places.at(-1)];
  if (!start || !finish) return [];
  const text = words.report.map;
  const apart = map.latLngToLayerPoint(start).distanceTo(map.latLngToLayerPoint(finish));
  const above = { direction: 'top' as const, offset: [0, -6] as [number, number] };
  if (apart < NAMES_APART_PX) return [{ place: start, name: text.both, ...above }];
  return [
    { place: start, name: text.start, ...above },
    { place: finish, name: text.finish, ...above },
  ];
}

function drawTrack(map: L.Map, props: RunMapProps): L.LayerGroup {
  const group = L.layerGroup().addTo(map);
  const add = (pieces: readonly (readonly Place[])[], color: string, weight: number, opacity = 1) =>
    L.polyline(pieces as Place[][], {
      color,
      weight,
      opacity,
      lineCap: 'round',
      lineJoin: 'round',
      interactive: false,
    }).addTo(group);
  for (const finding of props.marked) {
    const isChosen = finding.id === props.chosen;
    for (const where of finding.where) {
      add([stretchPlaces(props.track, where.startM, where.endM)], token('--ink'), MARK_WIDTH, isChosen ? 0.5 : 0.16);
    }
  }
  const lines = trackLines(props.track, props.paint);
  add(
    lines.flatMap(({ pieces }) => pieces),
    token('--quiet'),
    CASING_WIDTH,
  );
  for (const { pieces, colour } of lines) add(pieces, colour, TRACK_WIDTH);
  for (const end of ends(map, stretchPlaces(props.track, 0, Number.POSITIVE_INFINITY))) {
    const style = { radius: 5, color: token('--ink'), fillColor: token('--paper'), fillOpacity: 1, weight: 2 };
    L.circleMarker(end.place, { ...style, interactive: false })
      .bindTooltip(end.name, { permanent: true, direction: end.direction, offset: end.offset })
      .addTo(group);
  }
  return group;
}

/** The track in the colours of the paint, on plain paper unless the runner has chosen a background. */
export function RunMap(props: RunMapProps) {
  const { track, marked, chosen, paint, shown, at } = props;
  const tiles = useMapTiles().data?.template ?? null;
  const element = useRef<HTMLDivElement>(null);
  const [made, setMade] = useState<{ readonly map: L.Map; readonly bounds: L.LatLngBounds } | null>(null);
  const cursor = useRef<L.CircleMarker | null>(null);
  const bounds = useMemo(() => {
    const places = stretchPlaces(track, 0, Number.POSITIVE_INFINITY);
    return places.length > 1 ? L.latLngBounds(places) : null;
  }, [track]);

  // A map of an earlier track is already taken down when the new track arrives, but still in the state.
  const map = made?.bounds === bounds ? made?.map : undefined;

  useEffect(() => {
    const frame = element.current;
    if (!frame || !bounds) return;
    let created: L.Map | undefined;
    // In a task of its own, so that the ribbon stands before the map is made.
    const making = setTimeout(() => {
      created = createMap(frame);
      created.fitBounds(bounds, { ...PADDING, animate: false });
      setMade({ map: created, bounds });
    });
    return () => {
      clearTimeout(making);
      setMade(null);
      cursor.current = null;
      created?.remove();
    };
  }, [bounds]);

  useEffect(() => {
    if (!map || tiles === null) return;
    const layer = L.tileLayer(tiles, { maxZoom: DEEPEST_TILES, maxNativeZoom: DEEPEST_TILES }).addTo(map);
    return () => {
      layer.remove();
    };
  }, [map, tiles]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the fields of props that are drawn are listed one by one.
  useEffect(() => {
    if (!map) return;
    const group = drawTrack(map, props);
    return () => {
      group.remove();
    };
  }, [map, track, marked, chosen, paint]);

  useEffect(() => {
    if (!map || !bounds) return;
    const places = (shown ?? []).flatMap((where) => stretchPlaces(track, where.startM, where.endM));
    map.flyToBounds(places.length > 1 ? L.latLngBounds(places).pad(0.3) : bounds, { ...PADDING, duration: 0.2 });
  }, [map, bounds, track, shown]);

  useEffect(() => {
    if (!map) return;
    const place = at === null ? null : lastPlace(track, at);
    if (!place) {
      cursor.current?.remove();
      cursor.current = null;
    } else if (cursor.current) {
      cursor.current.setLatLng(place);
    } else {
      // A renderer of its own: on the track's canvas every move would draw the whole track again.
      const style = { radius: 7, color: token('--paper'), fillColor: token('--ink'), fillOpacity: 1, weight: 2 };
      cursor.current = L.circleMarker(place, {
        ...style,
        renderer: L.svg({ pane: CURSOR_PANE }),
        pane: CURSOR_PANE,
        interactive: false,
      }).addTo(map);
    }
  }, [map, track, at]);

  if (!bounds) {
    const why = props.subSport?.includes('treadmill') ? words.report.map.treadmill : words.report.map.none;
    return <p className="quiet form-message">{why}</p>;
  }
  return (
    <figure style={{ margin: 0 }}>
      <div className="map-frame">
        {/* biome-ignore lint/a11y/useSemanticElements: role img would hide the zoom buttons; a group keeps them. */}
        <div className="run-map" ref={element} role="group" aria-label={words.report.map.label} />
      </div>
      <figcaption className="map-note quiet small">
        {tiles === null ? words.report.map.north : words.mapTiles.from(new URL(tiles).host)}
      </figcaption>
    </figure>
  );
}
