/** Words for what ribbon and map are coloured by. */
export const paintWords = {
  label: 'What the colours mean',
  choose: 'Colour by',
  kinds: { load: 'Knee load', cadence: 'Cadence', grade: 'Grade', speed: 'Speed', ground: 'Ground' },
  lighter: 'lighter',
  easy: 'flat easy running',
  twice: 'twice flat easy',
  below: '10 % below',
  usual: 'usual for the speed',
  above: '10 % above',
  level: 'level',
} as const;
