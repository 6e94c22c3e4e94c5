import { describe, expect, it } from 'vitest';
import { surfaceOfWay } from '../../../src/surface/surface-of-way.ts';
import { isForFeet, keepTags } from '../../../src/surface/way-tags.ts';

const of = (tags: Record<string, string>) => {
  const { type, certainty } = surfaceOfWay(keepTags(tags));
  return `${type}, ${certainty}`;
};

describe('the surface of a way', () => {
  it('is mapped where a tag names it', () => {
    expect(of({ highway: 'track', tracktype: 'grade1', surface: 'compacted' })).toBe('fine-gravel, mapped');
    expect(of({ highway: 'path', surface: 'ground' })).toBe('dirt, mapped');
    expect(of({ highway: 'pedestrian', surface: 'sett' })).toBe('paving-stones, mapped');
    expect(of({ leisure: 'track', sport: 'running', surface: 'tartan' })).toBe('synthetic-track, mapped');
  });

  it('is that of the foot part before that of the way', () => {
    expect(of({ highway: 'path', surface: 'asphalt', 'footway:surface': 'fine_gravel' })).toBe('fine-gravel, mapped');
    expect(of({ highway: 'residential', surface: 'asphalt', 'sidewalk:both:surface': 'paving_stones' })).toBe(
      'paving-stones, mapped',
    );
    expect(of({ highway: 'path', surface: 'dirt', 'cycleway:surface': 'asphalt' })).toBe('dirt, mapped');
  });

  it('is assumed, never mapped, where the tag leaves it open', () => {
    expect(of({ highway: 'footway', surface: 'paved' })).toBe('asphalt, assumed');
    expect(of({ highway: 'track', tracktype: 'grade4', surface: 'unpaved' })).toBe('dirt, assumed');
    expect(of({ highway: 'residential', surface: 'unpaved' })).toBe('fine-gravel, assumed');
    expect(of({ highway: 'path', surface: 'asphalt;gravel' })).toBe('asphalt, assumed');
    expect(of({ highway: 'path', surface: 'lava' })).toBe('dirt, assumed');
  });

  it('is assumed from the class of the way without a surface tag, and says by which rule', () => {
    expect(surfaceOfWay({ highway: 'track', tracktype: 'grade2' })).toEqual({
      type: 'fine-gravel',
      certainty: 'assumed',
      rule: 'tracktype-2',
    });
    expect(surfaceOfWay({ highway: 'residential' }).rule).toBe('street');
    expect(surfaceOfWay({ highway: 'path', smoothness: 'good' }).rule).toBe('smooth');
    expect(surfaceOfWay({ highway: 'footway', bridge: 'boardwalk' })).toMatchObject({
      type: 'wood',
      rule: 'boardwalk',
    });
  });

  it('takes two pavements of different make for what they are: not one surface', () => {
    const tags = {
      highway: 'residential',
      'sidewalk:left:surface': 'asphalt',
      'sidewalk:right:surface': 'paving_stones',
    };
    expect(surfaceOfWay(tags)).toMatchObject({ certainty: 'assumed', rule: 'mixed' });
  });

  it.each([
    ['asphalt', 'asphalt tarmac chipseal bitumen asphalt:lanes'],
    ['concrete', 'concrete concrete:plates concrete:lanes concrete_plates cement'],
    [
      'paving-stones',
      'paving_stones paving_stone sett cobblestone unhewn_cobblestone cobblestone:flattened bricks grass_paver stepping_stones',
    ],
    ['fine-gravel', 'compacted fine_gravel stone_dust crushed_limestone cinder ash grit'],
    ['gravel', 'gravel pebblestone pebbles shingle shells scree rocks'],
    ['dirt', 'dirt earth ground mud soil clay laterite woodchips bark'],
    ['grass', 'grass'],
    ['sand', 'sand'],
    ['wood', 'wood'],
    ['synthetic-track', 'tartan rubber acrylic artificial_turf polyurethane'],
  ])('is %s, mapped, for %s', (type, values) => {
    for (const surface of values.split(' '))
      expect(`${surface}: ${of({ highway: 'path', surface })}`).toBe(`${surface}: ${type}, mapped`);
  });

  it('is that of both sides together where a way tells its sides', () => {
    const sides = { 'surface:left': 'grass', 'surface:right': 'grass' };
    expect(of({ highway: 'track', ...sides })).toBe('grass, mapped');
    expect(of({ highway: 'track', ...sides, 'surface:right': 'gravel' })).toBe('grass, assumed');
    expect(of({ highway: 'residential', surface: 'asphalt', 'footway:right:surface': 'sett' })).toBe(
      'paving-stones, mapped',
    );
  });

  it('reads values however they were typed', () => {
    expect(of({ highway: 'path', surface: 'Fine Gravel' })).toBe('fine-gravel, mapped');
    expect(of({ highway: 'path', surface: ' ground ; gravel ' })).toBe('dirt, assumed');
    expect(of({ highway: 'path', surface: 'dirt/sand' })).toBe('dirt, assumed');
    expect(of({ highway: 'track', tracktype: 'grade3;grade2' })).toBe('gravel, assumed');
  });

  it('is mapped where several values are of one class, and assumed where one of them is not known', () => {
    expect(of({ highway: 'path', surface: 'compacted;fine_gravel' })).toBe('fine-gravel, mapped');
    expect(of({ highway: 'path', surface: 'gravel;lava' })).toBe('gravel, assumed');
    expect(of({ highway: 'path', surface: 'gravel;metal' })).toBe('gravel, assumed');
  });

  it('is unknown where the map names a ground of no class: what such ways are usually made of would be wrong', () => {
    expect(of({ highway: 'footway', bridge: 'yes', surface: 'metal' })).toBe('unknown, unknown');
    expect(of({ highway: 'track', tracktype: 'grade2', surface: 'snow' })).toBe('unknown, unknown');
  });

  it('takes rock for natural ground, and stone for slabs on made ways only; neither is mapped', () => {
    expect(surfaceOfWay({ highway: 'path', surface: 'rock' })).toEqual({
      type: 'dirt',
      certainty: 'assumed',
      rule: 'rock',
    });
    expect(surfaceOfWay({ highway: 'path', surface: 'stone' }).rule).toBe('rock');
    expect(of({ highway: 'footway', surface: 'stone' })).toBe('paving-stones, assumed');
  });

  it('is assumed to be paving stones on a square that is paved with something', () => {
    expect(of({ highway: 'pedestrian', surface: 'paved' })).toBe('paving-stones, assumed');
  });

  it('is unknown on steps and on ways of no class', () => {
    expect(of({ highway: 'steps' })).toBe('unknown, unknown');
    expect(of({ highway: 'road' })).toBe('unknown, unknown');
  });
});

describe('ways that feet may use', () => {
  it.each([
    [{ highway: 'path' }, true],
    [{ highway: 'residential' }, true],
    [{ highway: 'motorway' }, false],
    [{ highway: 'trunk', motorroad: 'yes' }, false],
    [{ highway: 'footway', foot: 'no' }, false],
    [{ highway: 'service', access: 'private' }, false],
    [{ highway: 'track', access: 'no', foot: 'yes' }, true],
    [{ highway: 'construction' }, false],
    [{ leisure: 'track', sport: 'athletics;running' }, true],
    [{ leisure: 'track', sport: 'horse_racing' }, false],
    [{ building: 'yes' }, false],
    [{ highway: 'footway', indoor: 'yes' }, false],
    [{ highway: 'footway', indoor: 'no' }, true],
    [{ highway: 'steps' }, true],
    [{ highway: 'motorway', foot: 'yes' }, false],
    [{ highway: 'busway' }, false],
    [{ highway: 'cycleway', access: 'no', foot: 'permissive' }, true],
    [{ highway: 'residential', foot: 'use_sidepath' }, false],
    [{ highway: 'track', access: 'forestry' }, true],
    [{ leisure: 'track', surface: 'tartan' }, true],
    [{ leisure: 'track' }, false],
    [{ leisure: 'track', surface: 'tartan', sport: 'cycling' }, false],
  ])('%j: %s', (tags, expected) => {
    expect(isForFeet(tags)).toBe(expected);
  });
});
