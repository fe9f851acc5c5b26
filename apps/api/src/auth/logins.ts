import { type Refusal, type Role, refuse } from '@tandem/domain';
import type { Sql } from 'postgres';
import { refused } from '../refusal-error.ts';
import { type Account, accountOf, type Checked, checkCredentials, type Shown } from './credentials.ts';
import { deviceWords } from './device-words.ts';
import { SignInFailures } from './failures.ts';
import { cookieName, type LibrarySettings, signInLibrary } from './library.ts';
import { actingRole, type Login, readLogin } from './login.ts';
import { keepUsed, noteSignIn } from './login-rows.ts';
import { RememberedDevices } from './remembered-devices.ts';
import { SecondFactors } from './second-factor/second-factors.ts';

/** Who asks, as far as it is known before they are somebody. */
export interface Asking {
  readonly address: string;
  /** The cookie header. */
  readonly cookies: string | undefined;
  readonly userAgent: string | undefined;
}

/** Rights are re-read from the database at most this much later. */
const CACHE_MS = 2_000;
/** From here on the sign-in library says that it failed, not that somebody was wrong. */
const SERVER_ERROR = 500;
/** How long a password that was typed counts for what asks for a fresh login. */
const FRESH = '5 minutes';
const WRONG_WITH_CODE =
  'Email, password or code is not right. A code is good once: try again with the next one, or ask your admin.';

/** What sign-in is made with. */
export interface LoginSettings extends LibrarySettings {
  /** Seals the secrets of second factors. */
  readonly secondFactorKey: Uint8Array;
  /** The time that codes are held against. */
  readonly nowMs?: () => number;
}

/** Sign-in, sign-out and "who is this": the only place that knows the sign-in library. */
export class Logins {
  readonly cookieName: string;
  readonly factors: SecondFactors;
  readonly devices: RememberedDevices;
  private readonly library;
  private readonly failures: SignInFailures;
  private readonly cache = new Map<
    string,
    { readonly login: Promise<Login | null>; readonly until: number }
  >();
  /** One try per account at a time: many at once must not slip past the count of failures. */
  private readonly trying = new Map<string, Promise<unknown>>();

  constructor(
    settings: LoginSettings,
    private readonly auth: Sql = settings.auth,
    private readonly monotonicMs: () => number = () => performance.now(),
  ) {
    this.library = signInLibrary(settings);
    this.cookieName = cookieName(settings.publicUrl);
    this.failures = new SignInFailures(settings.auth);
    this.factors = new SecondFactors(settings.auth, settings.secondFactorKey, settings.nowMs);
    this.devices = new RememberedDevices(settings.auth, settings.publicUrl);
  }

  /** @returns the cookies to set and the login, or why not; `retryAfterSeconds` goes with 429 */
  async signIn(shown: Omit<Shown, 'deviceHash'>, from: Asking): Promise<SignedIn | SignInRefused> {
    const email = shown.email.toLowerCase();
    const deviceHash = this.devices.hashIn(from.cookies);
    return this.oneAtATime(email, () => this.attempt({ ...shown, email, deviceHash }, from));
  }

  /**
   * Is it the password of who is signed in? Wrong ones count like failed sign-ins. A code is not asked for: this login
   * passed one when it began, and nothing asks for one while somebody works. One that is given is checked.
   * @returns null when it is; `retryAfterSeconds` goes with 429
   */
  async confirmPassword(
    login: Login,
    password: string,
    { address }: Pick<Asking, 'address'>,
    code?: string,
  ): Promise<SignInRefused | null> {
    const email = login.email.toLowerCase();
    return this.oneAtATime(email, async () => {
      const retryAfterSeconds = await this.failures.retryAfter(email, address);
      if (retryAfterSeconds > 0) return { refusal: refuse('too-many-attempts'), retryAfterSeconds };
      const shown = { email, password, code, deviceHash: null };
      const checked = await checkCredentials(this.auth, this.factors, shown);
      if (checked.type === 'code-needed') return null;
      return (await this.usedUp(checked)) ? null : this.wrong(shown, address);
    });
  }

  /** The password was typed just now: what asks for a fresh login goes through for the next minutes. */
  async confirmed(login: Login): Promise<void> {
    await this.auth`update auth.logins set confirmed_at = clock_timestamp() where id = ${login.loginId}`;
  }

  /** Did this login begin, or was its password typed, in the last {@link FRESH}? Asked of the database each time. */
  async isFresh(login: Login): Promise<boolean> {
    const rows = await this.auth`
      select 1 from auth.logins
      where id = ${login.loginId} and confirmed_at > clock_timestamp() - ${FRESH}::interval`;
    return rows.length > 0;
  }

  private async oneAtATime<T>(account: string, work: () => Promise<T>): Promise<T> {
    const before = this.trying.get(account) ?? Promise.resolve();
    const attempt = before.then(work);
    const settled = attempt.catch(() => {});
    this.trying.set(account, settled);
    try {
      return await attempt;
    } finally {
      if (this.trying.get(account) === settled) this.trying.delete(account);
    }
  }

  private async attempt(shown: Shown, from: Asking): Promise<SignedIn | SignInRefused> {
    const retryAfterSeconds = await this.failures.retryAfter(shown.email, from.address);
    if (retryAfterSeconds > 0) return { refusal: refuse('too-many-attempts'), retryAfterSeconds };
    const checked = await checkCredentials(this.auth, this.factors, shown);
    if (checked.type === 'code-needed')
      return { refusal: refuse('second-factor-needed'), retryAfterSeconds: 0 };
    if (checked.type === 'wrong' || !(await this.usedUp(checked))) return this.wrong(shown, from.address);
    const { personId, timeZone, code } = checked;
    const reply = await this.library.api.beginLogin({ body: { personId }, asResponse: true });
    // The library answers for a database that is gone, too: that is no wrong password, and counts against nobody.
    if (!reply.ok) throw refused('unavailable');
    const cookies = reply.headers.getSetCookie();
    const login = await this.resolve(cookies.map((cookie) => cookie.split(';')[0]).join('; '));
    // Disabled at this very moment.
    if (login === null) return this.wrong(shown, from.address);
    await noteSignIn(this.auth, login, deviceWords(from.userAgent));
    if (code !== null) cookies.push(await this.devices.remember(personId, timeZone, shown.deviceHash));
    return { login, cookies };
  }

  private async usedUp(checked: Checked): Promise<boolean> {
    if (checked.type !== 'right') return false;
    return checked.code === null || this.factors.claim(checked.personId, checked.code);
  }

  /** One answer for whatever was wrong: nothing to enumerate. That a code was sent is known to who sent it. */
  private async wrong({ email, code }: Shown, address: string): Promise<SignInRefused> {
    await this.failures.record(email, address);
    const refusal = refuse('wrong-password', code === undefined ? {} : { detail: WRONG_WITH_CODE });
    return { refusal, retryAfterSeconds: 0, account: await accountOf(this.auth, email) };
  }

  /** @throws when the login could not be ended: the library would take the cookie back and leave it valid */
  async signOut(login: Login, cookieHeader: string): Promise<string[]> {
    await this.auth`delete from auth.logins where id = ${login.loginId}`;
    this.cache.clear();
    const reply = await this.library.api.signOut({
      headers: new Headers({ cookie: cookieHeader }),
      asResponse: true,
    });
    this.cache.clear();
    return reply.headers.getSetCookie();
  }

  /** The login behind a cookie header, or null. At most {@link CACHE_MS} old. */
  resolve(cookieHeader: string | undefined): Promise<Login | null> {
    const token = this.tokenOf(cookieHeader);
    if (token === null) return Promise.resolve(null);
    const now = this.monotonicMs();
    const cached = this.cache.get(token);
    if (cached !== undefined && cached.until > now) return cached.login;
    const login = this.load(token);
    if (this.cache.size > 10_000) this.cache.clear();
    this.cache.set(token, { login, until: now + CACHE_MS });
    login.catch(() => this.cache.delete(token));
    return login;
  }

  /**
   * How logins stand now, read anew: those that have not ended, with the role each acts in; role null when the
   * person works at no clinic any more (disabled). They are asked for by open sockets, which is a sign of life.
   */
  async standing(loginIds: string[]): Promise<Map<string, Standing>> {
    const rows = await this.auth<
      {
        loginId: string;
        actingRole: Role | null;
        roles: Role[] | null;
        teamOnly: boolean;
        signDue: boolean;
      }[]
    >`
      select l.id "loginId", l.acting_role "actingRole", m.roles,
        coalesce(c.settings -> 'teamOnly' = 'true', false) "teamOnly",
        l.used_at < clock_timestamp() - interval '1 minute' "signDue"
      from auth.logins l
      left join lateral (
        select clinic_id, roles from auth.memberships
        where person_id = l.user_id and disabled_at is null order by created_at limit 1
      ) m on true
      left join tandem.clinics c on c.id = m.clinic_id
      where l.id = any(${loginIds}::uuid[]) and l.expires_at > clock_timestamp()`;
    await keepUsed(
      this.auth,
      rows.filter(({ signDue }) => signDue).map(({ loginId }) => loginId),
    );
    return new Map(
      rows.map(({ loginId, roles, actingRole: chosen, teamOnly }) => [
        loginId,
        { role: actingRole(roles ?? [], chosen), teamOnly },
      ]),
    );
  }

  /** Acts under another of the person's roles from now on, in this login alone. False when it is not theirs. */
  async actAs(login: Login, role: Role): Promise<boolean> {
    if (!login.roles.includes(role)) return false;
    await this.auth`update auth.logins set acting_role = ${role} where id = ${login.loginId}`;
    this.cache.clear();
    return true;
  }

  /** A clinic's settings changed: what is known of logins is read anew. */
  forget(): void {
    this.cache.clear();
  }

  private tokenOf(cookieHeader: string | undefined): string | null {
    for (const part of cookieHeader?.split(';') ?? []) {
      const [name, ...value] = part.trim().split('=');
      if (name === this.cookieName && value.length > 0) return value.join('=');
    }
    return null;
  }

  private async load(token: string): Promise<Login | null> {
    const headers = new Headers({ cookie: `${this.cookieName}=${token}` });
    const found = await this.library.api.getSession({ headers }).catch((error: unknown) => {
      // It says no more than that it failed; the reason was a question to the database.
      if ((error as { statusCode?: number }).statusCode === SERVER_ERROR) throw refused('unavailable');
      throw error;
    });
    if (found === null) return null;
    const row = await readLogin(this.auth, found.session.id);
    if (row?.signDue === true) await keepUsed(this.auth, [row.login.loginId]);
    return row?.login ?? null;
  }
}

/** What an open socket is held to. */
export interface Standing {
  readonly role: Role | null;
  /** The clinic shows sessions to their team alone. */
  readonly teamOnly: boolean;
}

export interface SignedIn {
  readonly login: Login;
  readonly cookies: string[];
}
export interface SignInRefused {
  readonly refusal: Refusal;
  readonly retryAfterSeconds: number;
  /** Whose account it was tried for, where there is one: for the audit, never for the answer. */
  readonly account?: Account | null;
}
