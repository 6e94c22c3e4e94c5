/**
 * Nothing in the product diagnoses, names a dose, or promises fewer injuries. Every sentence that a reader may see is looked at: the
 * quoted words of the library and of the page. A sentence that takes it back ("that it prevents pain is not shown") may stand.
 */
import { describe, expect, it } from 'vitest';
import { projectFiles, projectText } from '../support/project-files.ts';

/** Where words for readers stand. */
const PLACES =
  /^(src\/(advice|risk|evidence|history|report|load|segment|surface|parse)\/.*[.]ts|src\/(words|review)[.]ts|web\/.*[.]tsx?|server\/(contract|http|services|jobs|cli)\/.*[.]ts|README[.]md|docs\/(limits|article-coverage)[.]md)$/;

const DIAGNOSIS =
  /\bdiagnos|\byou (have|suffer from) (a |an )?(runner.s knee|arthritis|tendinitis|a tear|syndrome)|\b(it|this) is (runner.s knee|arthritis|a torn)/i;
const DRUG_OR_DOSE =
  /\b\d+([.,]\d+)? ?mg\b|\b(ibuprofen|advil|aleve|naproxen|aspirin|paracetamol|acetaminophen|diclofenac|tylenol)\b|\b(one|two|\d) (pills?|tablets?)\b/i;
const PROMISE =
  /\b(prevents?|avoids?|protects? (you )?(from|against)|cures?|heals?|guarantees?|ensures?)\b[^.]{0,40}\b(injur|pain|knee)|\b(fewer|less|lower|reduces?|cuts?|halves|minimi[sz]es?)\b[^.]{0,30}\b(injury|injuries|risk)\b|\binjury risk\b|\brisk of injury\b|\d ?% (higher|lower|more|less)? ?risk/i;

/** Words that take a sentence back or tell only what a study counted. */
const TAKEN_BACK =
  /\b(not|no|never|nobody|none|neither|nor|hardly|cannot|without|unclear|whether|nothing|very limited)\b/i;

interface Sentence {
  readonly place: string;
  readonly text: string;
}

/** Sentences of a code file's quoted words; the article's own words and titles of papers are quotations and stay as they are. */
function quoted(path: string): Sentence[] {
  const code = projectText(path)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '')
    .replace(/\b(articleSays|title):\s*(['"`])(?:\\.|(?!\2)[\s\S])*\2/g, (whole, name) =>
      name === 'title' && !path.startsWith('src/evidence/') ? whole : '',
    );
  const strings = [...code.matchAll(/'((?:\\.|[^'\\\n])*)'|`((?:\\.|[^`\\])*)`|>([^<>{}]+)</g)];
  return strings
    .map(([, single, template, markup]) => single ?? template ?? markup ?? '')
    .filter((text) => / /.test(text.trim()))
    .flatMap((text) => text.split(/(?<=[.;:])\s+/))
    .map((text) => ({ place: path, text }));
}

const prose = (path: string): Sentence[] =>
  projectText(path)
    .split(/\n\s*\n|\n[-|]|(?<=[.;:])\s+|\|/)
    .map((text) => ({ place: path, text }));

const SENTENCES = projectFiles(PLACES).flatMap((path) => (path.endsWith('.md') ? prose(path) : quoted(path)));

const breaches = (pattern: RegExp): string[] =>
  SENTENCES.filter(({ text }) => pattern.test(text) && !TAKEN_BACK.test(text)).map(
    ({ place, text }) => `${place}: ${text.trim()}`,
  );

describe('the words of the product', () => {
  it('are many, and from every part that speaks to a reader', () => {
    expect(SENTENCES.length).toBeGreaterThan(1500);
    const places = new Set(SENTENCES.map(({ place }) => place));
    for (const part of [
      'src/advice/',
      'src/risk/factors/',
      'src/evidence/',
      'src/history/',
      'web/features/',
      'web/lib/words',
    ])
      expect([part, [...places].some((place) => place.startsWith(part))]).toEqual([part, true]);
    for (const path of projectFiles(/^web\/lib\/words.*[.]ts$/)) expect(places).toContain(path);
  });

  it('diagnose nothing', () => {
    expect(breaches(DIAGNOSIS)).toEqual([]);
  });

  it('name no drug and no dose', () => {
    // A "not" does not make a dose harmless.
    const named = SENTENCES.filter(({ text }) => DRUG_OR_DOSE.test(text)).map(({ place, text }) => `${place}: ${text}`);
    expect(named).toEqual([]);
  });

  it('promise no fewer injuries and tell no chance of one', () => {
    expect(breaches(PROMISE)).toEqual([]);
  });

  it.each([
    { text: 'You have runner’s knee.'.replace('’', "'"), pattern: DIAGNOSIS },
    { text: 'Take 400 mg with food.', pattern: DRUG_OR_DOSE },
    { text: 'Ibuprofen helps.', pattern: DRUG_OR_DOSE },
    { text: 'Quicker steps prevent knee pain.', pattern: PROMISE },
    { text: 'Your injury risk is 73 %.', pattern: PROMISE },
    { text: 'You will have fewer injuries.', pattern: PROMISE },
  ])('would be caught: $text', ({ text, pattern }) => {
    expect(pattern.test(text) && !TAKEN_BACK.test(text)).toBe(true);
  });
});
