/** Words of the background of the map. */
export const mapTilesWords = {
  title: 'Background of the map',
  what: 'the background of the map',
  intro:
    'The track of a run is drawn without a background, and nothing is asked of anybody. With the address of a tile server a map is drawn under it. That server then sees which squares of the map you look at, and so roughly where you run; it gets no file, no track and no number.',
  address: 'Address of the tiles',
  addressHint:
    'With {z}, {x} and {y} in it, as the server’s own pages give it. Mind its terms of use. Leave it empty for no background.',
  save: 'Save',
  saved: 'Saved. The page is loading again.',
  from: (host: string) => `North is up. The background comes from ${host}, which sees the squares that are looked at.`,
} as const;
