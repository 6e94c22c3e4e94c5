/** Password and sessions for a server that others on the net can reach. */
import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { Database } from '../db/database.ts';
import { SettingsRepository } from '../db/settings-repository.ts';

/** Cost of one guess: 64 MB and about a fifth of a second. Of the settings that the OWASP password storage cheat sheet lists for scrypt. */
const COST = { N: 2 ** 16, r: 8, p: 2, maxmem: 256 * 1024 ** 2 };
const KEY_BYTES = 32;
const SALT_BYTES = 16;
/** Shortest password, characters. Assumption: with few guesses an hour more than enough. */
export const SHORTEST_PASSWORD = 10;

const DAY_MS = 86_400_000;
/** How long a browser stays logged in without being used. Assumption. */
export const SESSION_MS = 30 * DAY_MS;

/** Wrong guesses from one address, and from all, after which none is looked at for a while. */
const MOST_GUESSES = 5;
const MOST_GUESSES_OF_ALL = 30;
const GUESS_WINDOW_MS = 15 * 60_000;

const derive = promisify(scrypt) as (
  password: string,
  salt: Buffer,
  bytes: number,
  cost: typeof COST,
) => Promise<Buffer>;
const digest = (token: string): string => createHash('sha256').update(token).digest('hex');

/** What came of a login. */
export type Login = { readonly token: string } | 'wrong' | 'too-many';

/** See the head of this file. Sessions live as long as the server. */
export class Passwords {
  readonly #settings: SettingsRepository;
  readonly #fromEnvironment: string | null;
  readonly #now: () => number;
  /** Lets the command line in without a login; another one at each start. */
  readonly ownKey = randomBytes(KEY_BYTES).toString('base64url');
  /** Digest of the token → when it ends: who reads the memory cannot log in with it. */
  readonly #sessions = new Map<string, number>();
  #guesses: { readonly address: string; readonly atMs: number }[] = [];

  /** @param fromEnvironment Password that the environment sets; it goes before a stored one. */
  constructor(db: Database, fromEnvironment: string | null, now: () => number) {
    this.#settings = new SettingsRepository(db);
    this.#fromEnvironment = fromEnvironment;
    this.#now = now;
  }

  /** True when one is needed to see anything. */
  async isSet(): Promise<boolean> {
    return this.#fromEnvironment !== null || (await this.#settings.get('password')) !== null;
  }

  /** Sets the password; null takes it away. Everybody has to log in again. */
  async set(password: string | null): Promise<void> {
    if (password === null) return this.#settings.put('password', null);
    const salt = randomBytes(SALT_BYTES);
    const key = await derive(password, salt, KEY_BYTES, COST);
    await this.#settings.put('password', `${salt.toString('hex')}:${key.toString('hex')}`);
    this.#sessions.clear();
  }

  /** @param address Where the guess comes from. */
  async login(password: string, address: string): Promise<Login> {
    const since = this.#now() - GUESS_WINDOW_MS;
    this.#guesses = this.#guesses.filter(({ atMs }) => atMs > since);
    const own = this.#guesses.filter((guess) => guess.address === address).length;
    if (own >= MOST_GUESSES || this.#guesses.length >= MOST_GUESSES_OF_ALL) return 'too-many';
    // Noted before the slow part, so that many at once count as many.
    const guess = { address, atMs: this.#now() };
    this.#guesses.push(guess);
    if (!(await this.#isRight(password))) return 'wrong';
    this.#guesses = this.#guesses.filter((other) => other !== guess);
    const token = randomBytes(KEY_BYTES).toString('base64url');
    this.#sessions.set(digest(token), this.#now() + SESSION_MS);
    return { token };
  }

  /** True for a token that a login gave and that is still good; using it makes it last. */
  isLoggedIn(token: string): boolean {
    const key = digest(token);
    const endsMs = this.#sessions.get(key) ?? 0;
    if (endsMs <= this.#now()) this.#sessions.delete(key);
    else this.#sessions.set(key, this.#now() + SESSION_MS);
    return endsMs > this.#now();
  }

  /** True for the key of this server. */
  isOwnKey(key: string): boolean {
    return timingSafeEqual(Buffer.from(digest(key)), Buffer.from(digest(this.ownKey)));
  }

  /** Ends a session. */
  logout(token: string): void {
    this.#sessions.delete(digest(token));
  }

  async #isRight(password: string): Promise<boolean> {
    if (this.#fromEnvironment !== null) {
      // Of equal length, as the comparison needs it.
      return timingSafeEqual(Buffer.from(digest(password)), Buffer.from(digest(this.#fromEnvironment)));
    }
    const [salt = '', key = ''] = (await this.#settings.get('password'))?.split(':') ?? [];
    const found = await derive(password, Buffer.from(salt, 'hex'), KEY_BYTES, COST);
    return key.length === found.byteLength * 2 && timingSafeEqual(found, Buffer.from(key, 'hex'));
  }
}
