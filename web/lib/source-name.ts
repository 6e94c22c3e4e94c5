/** A source's key as a reader says it: `Willy2016Load` is "Willy 2016", `VanHooren2024` is "Van Hooren 2024". */
export const sourceName = (key: string): string =>
  key.replace(/^(.*?)(\d{4}).*$/, '$1 $2').replace(/([a-z])([A-Z])/g, '$1 $2');
