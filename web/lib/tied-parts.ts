/** A number, a blank, and the unit that must not stand alone on the next line. */
const NUMBER_AND_UNIT = /(\d[\d.,–]* (?:km|mi|m|ft|min|spm|%|\/km|\/mi)(?![a-z]))/;

/** Cuts a sentence into running words and, at every second place, numbers with their units. Joined again it is the sentence. */
export const tiedParts = (sentence: string): string[] => sentence.split(NUMBER_AND_UNIT);
