/** What a file says about its sport. */
export type SportVerdict =
  | { readonly kind: 'run'; readonly subSport: string | null }
  | { readonly kind: 'other'; readonly sport: string }
  | { readonly kind: 'unknown' };

/** FIT sports that say nothing about what was done; the speed decides. */
const SAYS_NOTHING: ReadonlySet<string> = new Set(['generic', 'all', '']);

/** Words for running in the exports and languages met so far, as they begin, lower case. */
const RUN_WORDS =
  /(^|[^a-z])(run|running|jog|jogging|laufen|lauf|correr|corrida|carrera|corsa|hardlopen|course.a.pied)([^a-z]|$)|run$|跑步/;

/** Kinds of run that FIT has a sub-sport for, by a word of a GPX or TCX type. */
const SUB_SPORT_WORDS: readonly (readonly [RegExp, string])[] = [
  [/treadmill/, 'treadmill'],
  [/indoor/, 'indoor_running'],
  [/trail/, 'trail'],
  [/track/, 'track'],
  [/street|road/, 'street'],
  [/ultra/, 'ultra'],
  [/virtual/, 'virtual_activity'],
  [/obstacle/, 'obstacle'],
];

/** Numbers that Strava's GPX export writes for a sport; 9 is a run. Others are not known for certain. */
const STRAVA_NUMBERS: Readonly<Record<string, string>> = {
  '1': 'cycling',
  '9': 'running',
  '16': 'swimming',
  '17': 'cycling',
};

/** Words of other sports, so that an unknown word is told apart from another sport. */
const OTHER_SPORTS: readonly (readonly [RegExp, string])[] = [
  [/cycl|bik|ride|velo|radfahr|rad$|mtb|gravel|spin/, 'cycling'],
  [/walk|spazier|gehen|marche|stroll/, 'walking'],
  [/hik|wander|mountaineer|rando|trek|climb/, 'hiking'],
  [/swim|schwimm|natation/, 'swimming'],
  [/ski|snow|skat|sled/, 'winter sport or skating'],
  [/row|paddl|kayak|canoe|surf|sail|boat|rafting/, 'water sport'],
  [/driv|car$|motor|flight|flying|fly$|train$|bus$/, 'a ride by motor'],
  [/strength|yoga|pilates|gym|elliptical|fitness|training|crossfit|hiit/, 'training'],
  [/golf|tennis|soccer|football|basketball|hockey|riding|transition|multisport/, 'another sport'],
];

/** What the words of a GPX `<type>` or a TCX `Sport` say; Strava writes numbers. */
export function sportOfWords(words: string | null): SportVerdict {
  const given = (words ?? '').trim().toLowerCase();
  const word = STRAVA_NUMBERS[given] ?? given;
  if (RUN_WORDS.test(word.replaceAll('_', ' '))) {
    return { kind: 'run', subSport: SUB_SPORT_WORDS.find(([pattern]) => pattern.test(word))?.[1] ?? null };
  }
  const other = OTHER_SPORTS.find(([pattern]) => pattern.test(word));
  return other ? { kind: 'other', sport: other[1] } : { kind: 'unknown' };
}

/** What the sport and sub-sport of a FIT session say; both as the decoder names them. */
export function sportOfFit(sport: unknown, subSport: unknown): SportVerdict {
  const named = typeof subSport === 'string' && subSport !== 'generic' ? subSport : null;
  if (sport === 'running') return { kind: 'run', subSport: named };
  if (typeof sport === 'string' && !SAYS_NOTHING.has(sport))
    return { kind: 'other', sport: sport.replaceAll('_', ' ') };
  if (typeof sport === 'number') return { kind: 'other', sport: `sport ${sport}` };
  return { kind: 'unknown' };
}
