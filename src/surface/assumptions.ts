/**
 * The rules by which a surface is assumed where no map tag names it. The order is the code in `Track.surfaceRule`; 0 stands
 * for no rule. How often each holds, where both are tagged, is told in docs/methods/surface.md.
 */
export const ASSUMPTIONS = [
  { id: 'none', why: '' },
  { id: 'paved', why: 'the map says paved, not with what' },
  { id: 'unpaved', why: 'the map says unpaved, not what it is' },
  { id: 'mixed', why: 'the map names more than one surface' },
  { id: 'boardwalk', why: 'a boardwalk is taken for wood' },
  { id: 'running-track', why: 'a running track is taken for synthetic' },
  { id: 'oval', why: 'laps of a 400 m oval are taken for a synthetic track' },
  { id: 'tracktype-1', why: 'a farm or forest track of the hardest grade is taken for asphalt' },
  { id: 'tracktype-2', why: 'a farm or forest track of grade 2 is taken for fine gravel' },
  { id: 'tracktype-3', why: 'a farm or forest track of grade 3 is taken for gravel' },
  { id: 'tracktype-soft', why: 'a farm or forest track of grade 4 or 5 is taken for dirt' },
  { id: 'smooth', why: 'a smooth path or track is taken for asphalt' },
  { id: 'nearly-smooth', why: 'a track of middling smoothness is taken for fine gravel' },
  { id: 'street', why: 'a street is taken for asphalt' },
  { id: 'footway', why: 'a made footway or cycleway is taken for asphalt' },
  { id: 'pedestrian', why: 'a pedestrian street is taken for paving stones' },
  { id: 'path', why: 'a path is taken for dirt' },
  { id: 'track', why: 'a farm or forest track without a grade is taken for dirt' },
  { id: 'rock', why: 'bare rock is counted with dirt and forest paths' },
  { id: 'stone', why: 'the map says stone; on a made way that is taken for slabs' },
] as const;

/** The name of a rule. */
export type AssumptionId = (typeof ASSUMPTIONS)[number]['id'];

/** The code of a rule in `Track.surfaceRule`. */
export const assumptionCode = (id: AssumptionId): number => ASSUMPTIONS.findIndex((rule) => rule.id === id);
