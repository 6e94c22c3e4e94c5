/** What a file says about its sport; `subSport` is FIT's word for where it took place, null where the file has none. */
export type SportVerdict =
  | { readonly kind: 'run'; readonly subSport: string | null }
  | { readonly kind: 'other'; readonly sport: string }
  | { readonly kind: 'unknown'; readonly subSport: string | null };

/** FIT sports that say nothing about what was done; the speed decides. */
const SAYS_NOTHING: ReadonlySet<string> = new Set(['generic', 'all', '']);

/** Words for running in the exports and languages met so far, lower case and without accents. */
const RUN_WORDS = new RegExp(
  [
    '(^|[^\\p{L}])(run|running|jog|jogging|footing|lauf|laufen|joggen|hardlopen|course a pied|correr|corrida|carrera|corsa|lopning|løping|løb',
    'bieg|bieganie|beh|futas|kosu|juoksu|alergare|trcanje|бег|τρεξιμο)([^\\p{L}]|$)',
    'run(ning)?$|跑|ランニング|ジョギング|러닝|달리기|조깅',
  ].join('|'),
  'u',
);

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
  [/cycl|cicl|bik|ride|velo|fiets|rower|radfahr|rad$|mtb|gravel|spin|骑/, 'cycling'],
  [/walk|spazier|gehen|wandel|marche|camina|cammin|promenad|stroll|步行|散步/, 'walking'],
  [/hik|wander|vandring|mountaineer|rando|senderis|escursion|trek|climb|徒步|登山/, 'hiking'],
  [/swim|schwimm|natation/, 'swimming'],
  [/ski|snow|skat|sled/, 'winter sport or skating'],
  [/row|paddl|kayak|canoe|surf|sail|boat|rafting/, 'water sport'],
  [/driv|car$|motor|flight|flying|fly$|train$|bus$/, 'a ride by motor'],
  [/strength|yoga|pilates|gym|elliptical|fitness|training|crossfit|hiit/, 'training'],
  [/golf|tennis|soccer|football|basketball|hockey|riding|transition|multisport/, 'another sport'],
];

/** Accents are left out by some exporters; only those of Latin letters, since in other scripts they make other letters. */
const withoutAccents = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC');

/** What the words of a GPX `<type>` or a TCX `Sport` say; Strava writes numbers. */
export function sportOfWords(words: string | null): SportVerdict {
  const given = withoutAccents((words ?? '').trim().toLowerCase());
  const word = (STRAVA_NUMBERS[given] ?? given).replaceAll('_', ' ');
  if (RUN_WORDS.test(word)) {
    return { kind: 'run', subSport: SUB_SPORT_WORDS.find(([pattern]) => pattern.test(word))?.[1] ?? null };
  }
  const other = OTHER_SPORTS.find(([pattern]) => pattern.test(word));
  if (other) return { kind: 'other', sport: other[1] };
  return { kind: 'unknown', subSport: word === 'treadmill' ? word : null };
}

/**
 * Names that programs give, with the sport in them: Runkeeper's `Running 5/1/24 6:58 am` and Strava's `Morning Run`. What
 * somebody wrote is not looked at: a "run to the bike shop" says nothing.
 */
const PROGRAM_NAMES: readonly RegExp[] = [
  /^(\p{L}+(?: \p{L}+)?) \d+\/\d+\/\d+ \d+:\d+ [ap]m$/iu,
  /^(?:morning|lunch|afternoon|evening|night) (\p{L}+(?: \p{L}+)?)$/iu,
];
/** One word may be the sport, or a place that sounds like one: it tells a run, but refuses none. */
const ONE_WORD = /^\p{L}+$/u;

/** What a GPX track says by its `<type>` or, where that names no sport, by a name that its program gave it. */
export function sportOfTrack(type: string | null, name: string | null): SportVerdict {
  const byType = sportOfWords(type);
  if (byType.kind !== 'unknown' || name === null) return byType;
  const inName = PROGRAM_NAMES.map((pattern) => pattern.exec(name)?.[1]).find((sport) => sport !== undefined);
  if (inName !== undefined) return sportOfWords(inName);
  const byName = sportOfWords(ONE_WORD.test(name) ? name : null);
  return byName.kind === 'run' ? byName : byType;
}

/** Sub-sports of FIT that only running has. A treadmill is walked on too, so it tells no sport. */
const RUN_SUB_SPORTS: ReadonlySet<string> = new Set([
  'street',
  'trail',
  'track',
  'indoor_running',
  'obstacle',
  'ultra',
]);

/** What the sport and sub-sport of a FIT session say; both as the decoder names them. */
export function sportOfFit(sport: unknown, subSport: unknown): SportVerdict {
  const named = typeof subSport === 'string' && subSport !== 'generic' ? subSport : null;
  if (sport === 'running') return { kind: 'run', subSport: named };
  const saysNothing = sport === undefined || (typeof sport === 'string' && SAYS_NOTHING.has(sport));
  if (saysNothing && named !== null && RUN_SUB_SPORTS.has(named)) return { kind: 'run', subSport: named };
  // Equipment with a belt is a treadmill: the speed tells a run from a walk.
  if (sport === 'fitness_equipment' && named === 'treadmill') return { kind: 'unknown', subSport: named };
  if (typeof sport === 'string' && !saysNothing) return { kind: 'other', sport: sport.replaceAll('_', ' ') };
  if (typeof sport === 'number') return { kind: 'other', sport: `sport ${sport}` };
  return { kind: 'unknown', subSport: named };
}
