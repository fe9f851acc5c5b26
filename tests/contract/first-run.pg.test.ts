import { prepareDatabase } from '@tandem/api/db/prepare.ts';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { startApi, type TestApi } from '../support/api.ts';
import { emptyDatabase } from '../support/template.ts';

let api: TestApi;
let token: string;
const body = {
  clinicName: 'Quay',
  timeZone: 'Europe/Berlin',
  name: 'Dr Lena Brandt',
  email: 'lena@quay.test',
  password: 'a quiet walk by the harbour',
};
const make = (change: Record<string, unknown> = {}) =>
  api.request('POST', '/api/first-run', { token, ...body, ...change });

beforeAll(async () => {
  const db = await emptyDatabase(inject('adminUrl'), inject('keysDir'));
  await prepareDatabase(db.adminUrl, inject('keysDir'), () => {});
  api = await startApi({ db });
  token = (await api.services.firstRun.offer()) ?? '';
});
afterAll(() => api.close());

describe('The first clinic of an empty Tandem', () => {
  test('[RUN-14] nobody makes it without the link, with a guessed password, or in a zone that is none', async () => {
    expect(await make({ token: 'x'.repeat(32) })).toMatchObject({ status: 404 });
    expect(await make({ password: 'password1234' })).toMatchObject({
      status: 400,
      body: { field: 'password' },
    });
    expect(await make({ timeZone: '+01:00' })).toMatchObject({ status: 400, body: { field: 'timeZone' } });
    expect(await make({ role: 'lead' })).toMatchObject({ status: 400 });
    expect(await api.db.database.auth`select 1 from tandem.clinics`).toEqual([]);
  });

  test('[RUN-14] who has the link makes it once, however often it is pressed, and is its admin', async () => {
    const replies = await Promise.all([make(), make(), make()]);
    expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 404, 404]);
    const lena = await api.signIn(body.email, body.password);
    const me = await lena.get('/api/me');
    expect(me.body).toMatchObject({ clinic: { name: 'Quay', timeZone: 'Europe/Berlin' }, roles: ['admin'] });
    const [made] = await api.db.database.auth<
      { clinics: number }[]
    >`select count(*)::int clinics from tandem.clinics`;
    expect(made?.clinics).toBe(1);
    expect(await make({ email: 'other@quay.test' })).toMatchObject({ status: 404 });
    expect(await api.services.firstRun.offer()).toBeNull();
  });
});
