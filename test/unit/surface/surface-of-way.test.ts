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
  ])('%j: %s', (tags, expected) => {
    expect(isForFeet(tags)).toBe(expected);
  });
});
