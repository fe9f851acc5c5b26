import { recordableKinds, refusalTable } from '@tandem/domain';
import {
  entriesPageSchema,
  meSchema,
  patientsReplySchema,
  peopleReplySchema,
  protocolsReplySchema,
  roomsReplySchema,
  sessionListSchema,
  sessionSchema,
  stateReplySchema,
} from '@tandem/wire';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dose, note, planSession, startApi, type TestApi, vitals } from '../support/api.ts';

interface Document {
  openapi: string;
  paths: Record<
    string,
    Record<
      string,
      {
        responses: Record<
          string,
          { content: Record<string, { schema: { properties: { code: { enum: string[] } } } }> }
        >;
      }
    >
  >;
}

let api: TestApi;
let document: Document;
beforeAll(async () => {
  api = await startApi();
  document = (await api.request<Document>('GET', '/api/openapi.json')).body;
});
afterAll(() => api.close());

describe('The served OpenAPI document', () => {
  test('is 3.1 and describes every call of the interface', () => {
    expect(document.openapi).toBe('3.1.0');
    const calls = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    const named = [
      'post /api/auth/sign-in/email',
      'post /api/auth/sign-out',
      'get /api/me',
      'get /api/patients',
      'post /api/patients',
      'get /api/protocols',
      'post /api/protocols',
      'post /api/protocols/{id}/confirm',
      'post /api/sessions',
      'patch /api/sessions/{id}',
      'get /api/sessions',
      'post /api/sessions/search',
      'get /api/sessions/{id}',
      'post /api/sessions/{id}/start',
      'post /api/sessions/{id}/cancel',
      'post /api/sessions/{id}/end',
      'post /api/sessions/{id}/sign',
      'post /api/sessions/{id}/addenda',
      'post /api/sessions/{id}/entries',
      'post /api/sessions/{id}/adopted-entries',
      'get /api/sessions/{id}/entries',
      'get /api/sessions/{id}/state',
      'get /api/sessions/{id}/export',
    ];
    expect(named.filter((call) => !calls.includes(call))).toEqual([]);
  });

  test('lists the codes of the table of refusals for every call, and every kind that may be appended', () => {
    for (const [path, methods] of Object.entries(document.paths)) {
      for (const [method, { responses }] of Object.entries(methods)) {
        if (!path.startsWith('/api')) continue;
        const schema = Object.values(responses.default?.content ?? {})[0]?.schema;
        expect(schema?.properties.code.enum, `${method} ${path}`).toEqual(Object.keys(refusalTable));
      }
    }
    const append = JSON.stringify(document.paths['/api/sessions/{id}/entries']?.post);
    expect(recordableKinds.map(({ kind }) => kind).filter((kind) => !append.includes(`"${kind}"`))).toEqual(
      [],
    );
  });

  test('tells the truth: real replies have the stated fields and no other', async () => {
    const physician = await api.as('physician');
    const session = await planSession(physician);
    await physician.post(`/api/sessions/${session}/entries`, { entries: [vitals(), note(), dose()] });
    const replies: [string, { parse(value: unknown): unknown }][] = [
      ['/api/me', meSchema],
      ['/api/patients', patientsReplySchema],
      ['/api/protocols', protocolsReplySchema],
      ['/api/people', peopleReplySchema],
      ['/api/rooms', roomsReplySchema],
      ['/api/sessions', sessionListSchema],
      [`/api/sessions/${session}`, sessionSchema],
      [`/api/sessions/${session}/entries`, entriesPageSchema],
      [`/api/sessions/${session}/state`, stateReplySchema],
    ];
    for (const [path, schema] of replies) {
      const { status, body } = await physician.get(path);
      expect(status, path).toBe(200);
      expect(schema.parse(body), path).toEqual(body);
    }
  });
});
