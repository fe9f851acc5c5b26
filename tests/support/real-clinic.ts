import { randomUUID } from 'node:crypto';
import { addClinic, addPerson, hashPassword } from '@tandem/api/auth/people.ts';
import type { Role } from '@tandem/domain';
import postgres from 'postgres';
import type { Reply, TestApi } from './api.ts';
import { Authenticator } from './authenticator.ts';
import { PASSWORD } from './fixtures.ts';

/** A clinic that is no demo: everybody there has a second factor. */
export interface RealClinic {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  add(roles: readonly Role[], email?: string): Promise<{ readonly id: string; readonly email: string }>;
}

export async function realClinic({ services, db }: TestApi, timeZone = 'Europe/Berlin'): Promise<RealClinic> {
  const [id, name] = [randomUUID(), `Quay ${randomUUID().slice(0, 8)}`];
  await addClinic(services.inClinic, { id, name, timeZone, demo: false });
  const passwordHash = await hashPassword(PASSWORD);
  return {
    id,
    name,
    timeZone,
    async add(roles, email = `${randomUUID()}@quay.test`) {
      const person = { email, name: `Dr ${email.slice(0, 6)}`, roles, passwordHash };
      return { id: await addPerson(db.database.auth, services.inClinic, id, person), email };
    },
  };
}

/** A browser: it keeps the cookies that it is given. */
export class Device {
  private readonly jar = new Map<string, string>();

  constructor(private readonly api: TestApi) {}

  get cookie(): string {
    return [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  value(name: string): string | undefined {
    return this.jar.get(name);
  }

  forget(name: string): void {
    this.jar.delete(name);
  }

  async call<T = Record<string, unknown>>(method: string, url: string, body?: unknown): Promise<Reply<T>> {
    const reply = await this.api.request<T>(method, url, body, { cookie: this.cookie });
    for (const set of reply.headers['set-cookie'] as string[]) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (value === '' || /Max-Age=0/.test(set)) this.jar.delete(name);
      else this.jar.set(name, value);
    }
    return reply;
  }

  signIn(email: string, code?: string, password = PASSWORD): Promise<Reply<SignedIn>> {
    const body = { email, password, ...(code === undefined ? {} : { code }) };
    return this.call('POST', '/api/auth/sign-in/email', body);
  }

  /** From the first sign-in through the set-up. The step before now is used up by it. */
  async enrol(email: string): Promise<Enrolled> {
    const first = await this.signIn(email);
    if (first.status !== 200) throw new Error(`sign-in: ${first.status} ${JSON.stringify(first.body)}`);
    const offered = await this.call<{ secret: string; uri: string }>('POST', '/api/me/second-factor', {});
    const phone = new Authenticator(offered.body.secret);
    const code = await phone.code(-1);
    const reply = await this.call<{ recoveryCodes: string[] }>('POST', '/api/me/second-factor/confirm', {
      code,
    });
    if (reply.status !== 200) throw new Error(`enrol: ${reply.status} ${JSON.stringify(reply.body)}`);
    return { phone, recoveryCodes: reply.body.recoveryCodes, personId: first.body.person.id, usedCode: code };
  }
}

export interface SignedIn {
  readonly person: { readonly id: string };
  readonly mustEnrol?: true;
  readonly code?: string;
  readonly title?: string;
}

export interface Enrolled {
  readonly phone: Authenticator;
  readonly recoveryCodes: readonly string[];
  readonly personId: string;
  readonly usedCode: string;
}

/** The database as its superuser, for a moment. */
export async function asSuperuser<T>(adminUrl: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}
