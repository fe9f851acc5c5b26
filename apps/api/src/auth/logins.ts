import { type Author, type Refusal, type Role, refuse, roles } from '@tandem/domain';
import { verifyPassword } from 'better-auth/crypto';
import type { Sql } from 'postgres';
import { refused } from '../refusal-error.ts';
import { SignInFailures } from './failures.ts';
import { cookieName, type LibrarySettings, signInLibrary } from './library.ts';

/** Who is asking: a person at one clinic, acting under one role. */
export interface Login {
  readonly loginId: string;
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly clinicId: string;
  readonly clinicName: string;
  readonly timeZone: string;
  /** The clinic shows the estimated concentration. */
  readonly estimate: boolean;
  /** Entries may wait on a device. */
  readonly offlineMode: boolean;
  readonly demo: boolean;
  readonly roles: readonly Role[];
  readonly role: Role;
  readonly author: Author;
}

/** Rights are re-read from the database at most this much later. */
const CACHE_MS = 2_000;
/** From here on the sign-in library says that it failed, not that somebody was wrong. */
const SERVER_ERROR = 500;

interface LoginRow {
  readonly loginId: string;
  readonly personId: string;
  readonly email: string;
  readonly actingRole: Role | null;
  readonly name: string;
  readonly roles: Role[];
  readonly clinicId: string;
  readonly clinicName: string;
  readonly timeZone: string;
  readonly estimate: boolean;
  readonly offlineMode: boolean;
  readonly demo: boolean;
}

/** Sign-in, sign-out and "who is this": the only place that knows the sign-in library. */
export class Logins {
  readonly cookieName: string;
  private readonly library;
  private readonly failures: SignInFailures;
  private readonly cache = new Map<
    string,
    { readonly login: Promise<Login | null>; readonly until: number }
  >();
  /** One try per account at a time: many at once must not slip past the count of failures. */
  private readonly trying = new Map<string, Promise<unknown>>();

  constructor(
    settings: LibrarySettings,
    private readonly auth: Sql = settings.auth,
    private readonly monotonicMs: () => number = () => performance.now(),
  ) {
    this.library = signInLibrary(settings);
    this.cookieName = cookieName(settings.publicUrl);
    this.failures = new SignInFailures(settings.auth);
  }

  /** @returns the cookies to set and the login, or why not; `retryAfterSeconds` goes with 429 */
  async signIn(email: string, password: string, address: string): Promise<SignedIn | SignInRefused> {
    const account = email.toLowerCase();
    return this.oneAtATime(account, () => this.attempt(account, password, address));
  }

  /**
   * Is it the password of who is signed in? Wrong ones count like failed sign-ins.
   * @returns null when it is; `retryAfterSeconds` goes with 429
   */
  async confirmPassword(login: Login, password: string, address: string): Promise<SignInRefused | null> {
    const account = login.email.toLowerCase();
    return this.oneAtATime(account, async () => {
      const retryAfterSeconds = await this.failures.retryAfter(account, address);
      if (retryAfterSeconds > 0) return { refusal: refuse('too-many-attempts'), retryAfterSeconds };
      const [row] = await this.auth<{ password: string | null }[]>`
        select password from auth.accounts where user_id = ${login.personId} and provider_id = 'credential'`;
      const hash = row?.password ?? null;
      if (hash !== null && (await verifyPassword({ hash, password }))) return null;
      await this.failures.record(account, address);
      return { refusal: refuse('wrong-password'), retryAfterSeconds: 0 };
    });
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

  private async attempt(email: string, password: string, address: string): Promise<SignedIn | SignInRefused> {
    const retryAfterSeconds = await this.failures.retryAfter(email, address);
    if (retryAfterSeconds > 0) return { refusal: refuse('too-many-attempts'), retryAfterSeconds };
    const reply = await this.library.api.signInEmail({ body: { email, password }, asResponse: true });
    // The library answers for a database that is gone, too: that is no wrong password, and counts against nobody.
    if (reply.status >= SERVER_ERROR) throw refused('unavailable');
    const cookies = reply.headers.getSetCookie();
    const login = reply.ok
      ? await this.resolve(cookies.map((cookie) => cookie.split(';')[0]).join('; '))
      : null;
    if (login !== null) return { login, cookies };
    // The same answer for an unknown email, a wrong password and a person without a clinic: nothing to enumerate.
    await this.failures.record(email, address);
    return { refusal: refuse('wrong-password'), retryAfterSeconds: 0 };
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
   * person works at no clinic any more (disabled).
   */
  async standing(loginIds: string[]): Promise<Map<string, { readonly role: Role | null }>> {
    const rows = await this.auth<{ loginId: string; actingRole: Role | null; roles: Role[] | null }[]>`
      select l.id "loginId", l.acting_role "actingRole", m.roles
      from auth.logins l
      left join lateral (
        select roles from auth.memberships
        where person_id = l.user_id and disabled_at is null order by created_at limit 1
      ) m on true
      where l.id = any(${loginIds}::uuid[]) and l.expires_at > clock_timestamp()`;
    return new Map(rows.map((row) => [row.loginId, { role: actingRole(row.roles ?? [], row.actingRole) }]));
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
    const [row] = await this.auth<LoginRow[]>`
      select l.id "loginId", u.id "personId", u.email, l.acting_role "actingRole", m.name, m.roles,
        c.id "clinicId", c.name "clinicName", c.time_zone "timeZone", c.demo,
        coalesce(c.settings -> 'estimate' = 'true', false) estimate,
        coalesce(c.settings -> 'offlineMode' = 'true', true) "offlineMode"
      from auth.logins l
      join auth.users u on u.id = l.user_id
      join auth.memberships m on m.person_id = u.id and m.disabled_at is null
      join tandem.clinics c on c.id = m.clinic_id
      where l.id = ${found.session.id}
      order by m.created_at limit 1`;
    return row === undefined ? null : loginOf(row);
  }
}

export interface SignedIn {
  readonly login: Login;
  readonly cookies: string[];
}
export interface SignInRefused {
  readonly refusal: Refusal;
  readonly retryAfterSeconds: number;
}

function loginOf(row: LoginRow): Login {
  const own = roles.filter((role) => row.roles.includes(role));
  const role = actingRole(own, row.actingRole) as Role;
  const { loginId, personId, name, email, clinicId, clinicName, timeZone, estimate, offlineMode, demo } = row;
  return {
    loginId,
    personId,
    name,
    email,
    clinicId,
    clinicName,
    timeZone,
    estimate,
    offlineMode,
    demo,
    roles: own,
    role,
    author: { id: personId, name, role },
  };
}

/** The role chosen for this login while the person still has it, otherwise the first of theirs. */
function actingRole(own: readonly Role[], chosen: Role | null): Role | null {
  if (chosen !== null && own.includes(chosen)) return chosen;
  return roles.find((role) => own.includes(role)) ?? null;
}
