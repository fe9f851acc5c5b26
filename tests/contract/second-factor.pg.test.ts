import { randomUUID } from 'node:crypto';
import { hashOfCode } from '@tandem/api/auth/second-factor/recovery-codes.ts';
import { SecondFactors } from '@tandem/api/auth/second-factor/second-factors.ts';
import type { Role } from '@tandem/domain';
import type postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { startApi, TEST_FACTOR_KEY, type TestApi } from '../support/api.ts';
import { harbor, PASSWORD } from '../support/fixtures.ts';
import { asSuperuser, Device, type RealClinic, realClinic } from '../support/real-clinic.ts';

let api: TestApi;
let clinic: RealClinic;
beforeAll(async () => {
  api = await startApi();
  clinic = await realClinic(api);
});
afterAll(() => api.close());
// Wrong codes of other tests are none of this one's.
beforeEach(() => admin((sql) => sql`delete from auth.sign_in_failures`));

const admin = <T>(work: (sql: postgres.Sql) => Promise<T>) => asSuperuser(api.db.adminUrl, work);
const count = async (work: (sql: postgres.Sql) => Promise<readonly postgres.Row[]>) =>
  Number((await admin(work))[0]?.n);
const loginsOf = (id: string) =>
  count((sql) => sql`select count(*) n from auth.logins where user_id = ${id}`);
const failures = () => count((sql) => sql`select count(*) n from auth.sign_in_failures`);
const wrongPassword = { status: 401, body: { code: 'wrong-password' } };

async function enrolled(roles: readonly Role[] = ['physician']) {
  const person = await clinic.add(roles);
  const device = new Device(api);
  return { ...person, device, ...(await device.enrol(person.email)) };
}

describe('[AUT-8] a right password without the code', () => {
  test('is told so, gets no login and no cookie, and counts as no failure; with the code it signs in', async () => {
    const { email, personId, phone } = await enrolled();
    const other = new Device(api);
    const before = await loginsOf(personId);
    const reply = await other.signIn(email);
    expect(reply).toMatchObject({ status: 401, body: { code: 'second-factor-needed' } });
    expect(reply.headers['set-cookie']).toEqual([]);
    expect(await loginsOf(personId)).toBe(before);
    expect(await failures()).toBe(0);
    expect((await other.call('GET', '/api/me')).status).toBe(401);
    expect(await other.signIn(email, await phone.code())).toMatchObject({ status: 200 });
    expect(await other.call('GET', '/api/me')).toMatchObject({ status: 200, body: { role: 'physician' } });
  });

  test('is not asked for at the demo, whose people may turn it on for themselves and off again', async () => {
    const device = new Device(api);
    expect((await device.signIn(harbor.emails.therapist)).body.mustEnrol).toBeUndefined();
    const { phone } = await device.enrol(harbor.emails.therapist);
    expect(await new Device(api).signIn(harbor.emails.therapist)).toMatchObject({ status: 401 });
    expect((await new Device(api).signIn(harbor.emails.therapist, await phone.code())).status).toBe(200);
    expect((await device.call('POST', '/api/me/second-factor/off', {})).status).toBe(200);
    expect((await new Device(api).signIn(harbor.emails.therapist)).status).toBe(200);
  });
});

describe('[AUT-9] a time step', () => {
  test('is taken once, also by two calls at the same moment, and none before it afterwards', async () => {
    const { email, phone, usedCode } = await enrolled();
    expect(await new Device(api).signIn(email, usedCode), 'the code that set it up').toMatchObject(
      wrongPassword,
    );
    const code = await phone.code();
    const both = await Promise.all([
      new Device(api).signIn(email, code),
      new Device(api).signIn(email, code),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);
    expect(await new Device(api).signIn(email, code)).toMatchObject(wrongPassword);
    expect((await new Device(api).signIn(email, await phone.code(1))).status).toBe(200);
    expect(await new Device(api).signIn(email, await phone.code())).toMatchObject(wrongPassword);
  });

  test('is decided by the statement, not by the queue of one process', async () => {
    const { personId } = await enrolled();
    const { auth } = api.db.database;
    // Two processes: neither knows of the other’s queue.
    const [one, two] = [new SecondFactors(auth, TEST_FACTOR_KEY), new SecondFactors(auth, TEST_FACTOR_KEY)];
    const step = Math.floor(Date.now() / 30_000) + 1;
    const claims = await Promise.all([one, two].map((each) => each.claim(personId, { type: 'step', step })));
    expect(claims.sort()).toEqual([false, true]);
  });

  test('is good half a minute early and late, and no further', async () => {
    for (const [offset, status] of [
      [-2, 401],
      [2, 401],
      [1, 200],
    ] as const) {
      const { email, phone } = await enrolled();
      const reply = await new Device(api).signIn(email, await phone.code(offset));
      expect(reply.status, String(offset)).toBe(status);
    }
    // The step before now is what `enrol` uses.
  });

  test('is not used up by a wrong password', async () => {
    const { email, phone } = await enrolled();
    const code = await phone.code();
    expect(await new Device(api).signIn(email, code, 'not the password')).toMatchObject(wrongPassword);
    expect((await new Device(api).signIn(email, code)).status).toBe(200);
  });
});

describe('[AUT-10] a device on which it was passed', () => {
  test('is remembered for this person until the clinic’s day ends, by a cookie that is no login', async () => {
    const { email, phone } = await enrolled();
    const device = new Device(api);
    const reply = await device.signIn(email, await phone.code());
    const set = (reply.headers['set-cookie'] as string[]).find((one) => one.startsWith('tandem-device='));
    expect(set).toMatch(/^tandem-device=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=86400$/);
    const [row] = await admin(
      (sql) => sql`
        select expires_at, ((now() at time zone ${clinic.timeZone})::date + 1)::timestamp at time zone ${clinic.timeZone} midnight,
          encode(token_hash, 'hex') hash from auth.remembered_devices d join auth.users u on u.id = d.user_id
        where u.email = ${email} order by d.ctid desc limit 1`,
    );
    expect(row?.expires_at).toEqual(row?.midnight);
    expect(JSON.stringify(row)).not.toContain(device.value('tandem-device'));
    await device.call('POST', '/api/auth/sign-out', {});
    expect((await device.call('GET', '/api/me')).status).toBe(401);
    expect((await device.signIn(email)).status).toBe(200);
  });

  test('is none for another person, nor any other device, and not the day after', async () => {
    const [one, other] = [await enrolled(), await enrolled()];
    expect(await one.device.signIn(other.email)).toMatchObject({ body: { code: 'second-factor-needed' } });
    expect(await new Device(api).signIn(one.email)).toMatchObject({ body: { code: 'second-factor-needed' } });
    await admin(
      (sql) => sql`update auth.remembered_devices set expires_at = now() where user_id = ${one.personId}`,
    );
    expect(await one.device.signIn(one.email)).toMatchObject({ body: { code: 'second-factor-needed' } });
  });

  test('may be shared; who copied its cookie before somebody else’s code has nothing of theirs', async () => {
    const [one, other] = [await enrolled(), await enrolled()];
    const copied = one.device.value('tandem-device');
    await one.device.call('POST', '/api/auth/sign-out', {});
    expect((await one.device.signIn(other.email, await other.phone.code())).status).toBe(200);
    const thief = await api.request(
      'POST',
      '/api/auth/sign-in/email',
      { email: other.email, password: PASSWORD },
      { cookie: `tandem-device=${copied}` },
    );
    expect(thief).toMatchObject({ status: 401, body: { code: 'second-factor-needed' } });
    await one.device.call('POST', '/api/auth/sign-out', {});
    expect((await one.device.signIn(one.email)).status, 'still remembered').toBe(200);
  });
});

describe('[AUT-11] a wrong code', () => {
  test('is answered as a wrong password with that code is, and counts like one', async () => {
    const { email } = await enrolled();
    const wrongCode = await new Device(api).signIn(email, '000000');
    const wrongBoth = await new Device(api).signIn(email, '000000', 'not the password');
    const nobody = await new Device(api).signIn('nobody@quay.test', '000000');
    expect(wrongCode).toMatchObject(wrongPassword);
    expect(wrongBoth.body).toEqual(wrongCode.body);
    expect(nobody.body).toEqual(wrongCode.body);
    for (let tried = 2; tried < 10; tried += 1) await new Device(api).signIn(email, '000000');
    const locked = await new Device(api).signIn(email);
    expect(locked).toMatchObject({ status: 429, body: { code: 'too-many-attempts' } });
  });
});

describe('[AUT-12] who has none yet', () => {
  test('sets it up before anything else: every other route answers enrol-first, the socket too', async () => {
    const { email } = await clinic.add(['physician', 'admin', 'lead']);
    const device = new Device(api);
    expect((await device.signIn(email)).body).toMatchObject({ mustEnrol: true });
    const open = [
      'GET /api/me',
      'POST /api/me/second-factor',
      'POST /api/me/second-factor/confirm',
      'POST /api/auth/confirm',
    ];
    const routes = api.app.apiRoutes.filter(({ access }) => access !== 'public');
    expect(routes.length).toBeGreaterThan(50);
    for (const { method, url } of routes) {
      if (open.includes(`${method} ${url}`)) continue;
      const body = method === 'GET' ? undefined : {};
      const reply = await device.call(method, url.replace(/:\w+/g, randomUUID()), body);
      expect(reply, `${method} ${url}`).toMatchObject({ status: 403, body: { code: 'enrol-first' } });
    }
    const socket = api.socket({ cookie: device.cookie } as never);
    const refused = await new Promise((resolve) =>
      socket.once('unexpected-response', (_, reply) => resolve(reply.statusCode)),
    );
    expect(refused).toBe(403);
    expect(socket.readyState).not.toBe(WebSocket.OPEN);
  });

  test('is let in by the first code, with ten recovery codes; a wrong one changes nothing', async () => {
    const { email } = await clinic.add(['physician']);
    const device = new Device(api);
    await device.signIn(email);
    const offered = await device.call<{ secret: string; uri: string }>('POST', '/api/me/second-factor', {});
    expect(offered.status).toBe(201);
    const { secret, uri } = offered.body;
    expect(uri).toContain(`secret=${secret}`);
    expect(decodeURIComponent(uri)).toMatch(new RegExp(`^otpauth://totp/Tandem:${email}\\?issuer=Tandem&`));
    for (const code of ['000000', '28708é']) {
      const wrong = await device.call('POST', '/api/me/second-factor/confirm', { code });
      expect(wrong).toMatchObject({ status: 422, body: { code: 'wrong-code', field: 'code' } });
    }
    expect((await device.call('GET', '/api/sessions')).status).toBe(403);
    const { recoveryCodes } = await device.enrol(email);
    expect(new Set(recoveryCodes).size).toBe(10);
    expect(recoveryCodes[0]).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect((await device.call('GET', '/api/sessions')).status).toBe(200);
    expect((await device.call('GET', '/api/me')).body).not.toHaveProperty('mustEnrol');
  });

  test('keeps the one in force while another is only offered, and has the new one alone afterwards', async () => {
    const { email, phone, device } = await enrolled();
    await device.call('POST', '/api/me/second-factor', {});
    expect((await new Device(api).signIn(email, await phone.code())).status).toBe(200);
    const next = await device.enrol(email);
    expect(await new Device(api).signIn(email, await phone.code(1))).toMatchObject(wrongPassword);
    expect((await new Device(api).signIn(email, await next.phone.code(1))).status).toBe(200);
  });
});

describe('[AUT-13] a recovery code', () => {
  test('signs in once, however it is typed, also by two calls at the same moment', async () => {
    const { email, device, personId, recoveryCodes } = await enrolled();
    const [first = '', second = ''] = recoveryCodes;
    expect((await new Device(api).signIn(email, first.toLowerCase().replaceAll('-', ' '))).status).toBe(200);
    expect(await new Device(api).signIn(email, first)).toMatchObject(wrongPassword);
    const both = await Promise.all([0, 1].map(() => new Device(api).signIn(email, second)));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);
    // Two processes, as with a time step: both have read that it is unused.
    const { auth } = api.db.database;
    const fitting = { type: 'recovery', hash: hashOfCode(recoveryCodes[2] as string) } as const;
    const claims = [0, 1].map(() => new SecondFactors(auth, TEST_FACTOR_KEY).claim(personId, fitting));
    expect((await Promise.all(claims)).sort()).toEqual([false, true]);
    const own = await device.call<{ secondFactor: object }>('GET', '/api/me/sign-in');
    expect(own.body.secondFactor).toEqual({ isOn: true, isRequired: true, recoveryCodesLeft: 7 });
  });

  test('ends when new ones are made; only hashes are kept', async () => {
    const { email, device, recoveryCodes } = await enrolled();
    const made = await device.call<{ recoveryCodes: string[] }>(
      'POST',
      '/api/me/second-factor/recovery-codes',
      {},
    );
    expect(made.body.recoveryCodes).toHaveLength(10);
    expect(await new Device(api).signIn(email, recoveryCodes[0])).toMatchObject(wrongPassword);
    expect((await new Device(api).signIn(email, made.body.recoveryCodes[0])).status).toBe(200);
    const kept = JSON.stringify(await admin((sql) => sql`select c::text from auth.recovery_codes c`));
    for (const code of made.body.recoveryCodes) {
      expect(kept).not.toContain(code);
      expect(kept).not.toContain(Buffer.from(code.replaceAll('-', '')).toString('hex'));
    }
  });
});

describe('[AUT-14] the secret', () => {
  test('is sealed with a key that is not in the database: a copy of it passes nothing', async () => {
    const one = await enrolled();
    const other = await enrolled();
    const { auth } = api.db.database;
    const rowOf = async (personId: string) => {
      const [row] = await auth<{ secret: Uint8Array }[]>`
        select secret from auth.second_factors where user_id = ${personId}`;
      return { personId, secret: row?.secret as Uint8Array, recoveryHashes: [] };
    };
    const code = await one.phone.code();
    const ours = new SecondFactors(auth, TEST_FACTOR_KEY);
    const row = await rowOf(one.personId);
    expect(ours.fitting(row, code)).toMatchObject({ type: 'step' });
    expect(new SecondFactors(auth, Buffer.alloc(32, 8)).fitting(row, code), 'another key').toBeNull();
    expect(ours.fitting({ ...row, personId: other.personId }, code), 'another row').toBeNull();
    expect(row.secret).toHaveLength(12 + 20 + 16);
  });
});

describe('[AUT-15] a second factor that is lost', () => {
  test('is reset by an admin: logins end, the next sign-in sets up another, it is in the audit', async () => {
    const boss = await enrolled(['admin']);
    const lost = await enrolled();
    const reply = await boss.device.call('POST', `/api/people/${lost.personId}/reset-second-factor`, {});
    expect(reply).toMatchObject({ status: 200, body: { endedLogins: 1 } });
    expect((await lost.device.call('GET', '/api/me')).status).toBe(401);
    expect((await lost.device.signIn(lost.email)).body).toMatchObject({ mustEnrol: true });
    expect(await new Device(api).signIn(lost.email, lost.recoveryCodes[0])).toMatchObject({
      body: { mustEnrol: true },
    });
    const acts = await admin(
      (sql) =>
        sql`select actor_id from tandem.audit where target_id = ${lost.personId} and action = 'second-factor.reset'`,
    );
    expect(acts).toMatchObject([{ actor_id: boss.personId }]);
  });

  test('stays on at a clinic that asks for it', async () => {
    const { device } = await enrolled();
    const reply = await device.call('POST', '/api/me/second-factor/off', {});
    expect(reply).toMatchObject({ status: 409, body: { code: 'second-factor-required' } });
  });
});
