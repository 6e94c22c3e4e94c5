import { describe, expect, it } from 'vitest';
import { sportOfFit, sportOfTrack, sportOfWords } from '../../../src/parse/sport.ts';

describe('the words of a GPX or TCX file', () => {
  it.each([
    ...[
      'Running',
      'run',
      '9',
      'TrailRunning',
      'trail_running',
      'HKWorkoutActivityTypeRunning',
      'Outdoor Run',
      'VirtualRun',
    ],
    ...['Jogging', 'Footing', 'Laufen', 'Course à pied', 'COURSE A PIED', 'Carrera a pie', 'Corrida de rua', 'Corsa'],
    ...['Hardlopen', 'Löpning', 'Løping', 'Løb', 'Bieganie', 'Běh', 'Futás', 'Koşu', 'Juoksu', 'Бег', 'Τρέξιμο'],
    ...['跑步', 'ランニング', '달리기'],
  ])('%s is a run', (words) => {
    expect(sportOfWords(words).kind).toBe('run');
  });

  it.each([
    ['Cycling', 'cycling'],
    ['Ciclismo', 'cycling'],
    ['Fietsen', 'cycling'],
    ['Walking', 'walking'],
    ['Camminata', 'walking'],
    ['Senderismo', 'hiking'],
  ])('%s is %s', (words, sport) => {
    expect(sportOfWords(words)).toEqual({ kind: 'other', sport });
  });

  it.each(['', 'Other', 'Prunus', 'track', 'Loop'])('%j says nothing', (words) => {
    expect(sportOfWords(words).kind).toBe('unknown');
  });

  it('tell a treadmill, but not whether somebody ran on it', () => {
    expect(sportOfWords('Treadmill')).toEqual({ kind: 'unknown', subSport: 'treadmill' });
  });
});

describe('a track without a type', () => {
  it.each(['Running 5/1/24 6:58 am', 'Morning Run', 'Evening Trail Run', 'Laufen'])('called %s is a run', (name) => {
    expect(sportOfTrack(null, name).kind).toBe('run');
  });

  it.each(['Cycling 5/1/24 6:58 am', 'Lunch Ride'])('called %s is a ride', (name) => {
    expect(sportOfTrack('', name)).toEqual({ kind: 'other', sport: 'cycling' });
  });

  it.each(['Run to the bike shop', 'Morning run with Bob and his bike', 'Track 12', 'Skipton', 'Training', '', null])(
    'called %j says nothing',
    (name) => {
      expect(sportOfTrack(null, name).kind).toBe('unknown');
    },
  );

  it('goes by its type where it has one, whatever its name', () => {
    expect(sportOfTrack('running', 'Lunch Ride').kind).toBe('run');
  });
});

describe('sport and sub-sport of FIT', () => {
  it.each([
    ['running', 'generic', { kind: 'run', subSport: null }],
    ['running', 'treadmill', { kind: 'run', subSport: 'treadmill' }],
    ['generic', 'trail', { kind: 'run', subSport: 'trail' }],
    [undefined, 'indoor_running', { kind: 'run', subSport: 'indoor_running' }],
    ['generic', 'treadmill', { kind: 'unknown', subSport: 'treadmill' }],
    ['fitness_equipment', 'treadmill', { kind: 'unknown', subSport: 'treadmill' }],
    ['fitness_equipment', 'elliptical', { kind: 'other', sport: 'fitness equipment' }],
    ['cycling', 'track_cycling', { kind: 'other', sport: 'cycling' }],
    [undefined, undefined, { kind: 'unknown', subSport: null }],
  ])('%s and %s', (sport, subSport, verdict) => {
    expect(sportOfFit(sport, subSport)).toEqual(verdict);
  });
});
