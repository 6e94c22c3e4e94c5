/** Names for files that are put into one folder. */

/** What a file system or a ZIP program may not take in a name, and what would hide a file or name a folder. */
const UNSAFE = /[<>:"|?*\p{Cc}]/gu;
const LEADING_DOTS = /^\.+/;
/** A name without a letter or digit is none. */
const NAMED = /[\p{L}\p{N}]/u;
const NO_NAME = 'run';

/** The last part of a name, as any file system takes it. */
function plainFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const plain = last.replaceAll(UNSAFE, '_').replace(LEADING_DOTS, '').trim();
  return NAMED.test(plain) ? plain : NO_NAME;
}

/** `morning.fit.gz` numbered 2: `morning (2).fit.gz`. */
function numbered(name: string, number: number): string {
  const [, stem = name, ending = ''] = /^(.+?)((?:\.\w+)?(?:\.gz)?)$/i.exec(name) ?? [];
  return `${stem} (${number})${ending}`;
}

/**
 * The last part of each name, made distinct, also for file systems that hold capital and small letters for the same.
 *
 * @param taken - names that none may have
 * @returns as many, in the same order
 */
export function distinctNames(names: readonly string[], taken: readonly string[] = []): string[] {
  const key = (name: string) => name.normalize('NFC').toLowerCase();
  const used = new Set(taken.map(key));
  const plain = names.map(plainFileName);
  const own = new Set(plain.map(key));
  const next = new Map<string, number>();
  return plain.map((name) => {
    let given = name;
    for (let number = next.get(key(name)) ?? 2; used.has(key(given)); number++) {
      given = numbered(name, number);
      // A number must not take the name that another file has by itself.
      if (own.has(key(given))) given = name;
      next.set(key(name), number + 1);
    }
    used.add(key(given));
    return given;
  });
}
