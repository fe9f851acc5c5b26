import { fileURLToPath } from 'node:url';
import type { ApiRoute } from '@tandem/api/plugins/access.ts';
import {
  type Operation,
  operations,
  permissions,
  recordableKinds,
  refusalTable,
  roles,
} from '@tandem/domain';
import {
  appendBodySchema,
  entriesPageSchema,
  meSchema,
  patientsReplySchema,
  peopleReplySchema,
  protocolsReplySchema,
  roomsReplySchema,
  sessionListSchema,
  sessionSchema,
  signInWithCodeSchema,
  stateReplySchema,
} from '@tandem/wire';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dose, note, planSession, startApi, type TestApi, vitals } from '../support/api.ts';
import { type ApiDocument, callsOf } from './api-page/document.ts';
import { example } from './api-page/example.ts';
import { anchorOf } from './api-page/markdown.ts';
import { apiPage } from './api-page/page.ts';

let api: TestApi;
let document: ApiDocument;
beforeAll(async () => {
  api = await startApi();
  document = (await api.request<ApiDocument>('GET', '/api/openapi.json')).body;
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
    expect(document.components.schemas.Problem?.properties?.code?.enum).toEqual(Object.keys(refusalTable));
    for (const { title, responses } of callsOf(document)) {
      const refused = responses.default?.content?.['application/problem+json']?.schema;
      expect(refused, title).toEqual({ $ref: '#/components/schemas/Problem' });
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

  test('says of every call in one sentence what it does, in which group it is, and under one name', () => {
    const calls = callsOf(document);
    const groups = document.tags.map(({ name }) => name);
    for (const { title, summary, tags } of calls) {
      expect(summary, title).toMatch(/^[A-Z].{8,99}[^.]$/);
      expect(tags, title).toHaveLength(1);
      expect(groups, title).toContain(tags[0]);
    }
    expect(groups.filter((name) => !calls.some(({ tags }) => tags[0] === name))).toEqual([]);
    const names = calls.map(({ operationId }) => operationId);
    expect(new Set(names).size).toBe(names.length);
  });

  test('says of every call who may, as the server asks it and as the table of permissions has it', () => {
    const described = new Map(callsOf(document).map((call) => [call.title, call]));
    const hidden: string[] = [];
    for (const { method, url, access, freshLogin } of api.app.apiRoutes) {
      const title = `${method} ${url.replace(/:(\w+)/g, '{$1}')}`;
      const call = described.get(title);
      if (call === undefined) {
        hidden.push(title);
        continue;
      }
      const isNamed = access === 'public' || access === 'signed-in';
      expect(call['x-access'], title).toEqual(isNamed ? access : [access].flat());
      expect(call.security, title).toEqual(access === 'public' ? [] : [{ login: [] }]);
      expect(call['x-fresh-login'] === true, title).toBe(freshLogin);
      expect(call['x-roles'], title).toEqual(access === 'public' ? undefined : rolesThatMay(access));
    }
    expect(hidden.sort()).toEqual(['GET /api/live', 'GET /api/openapi.json']);
    expect(described.size).toBe(api.app.apiRoutes.length - hidden.length);
  });

  test('says what a role that may is held to, in the words of the table', () => {
    let compared = 0;
    for (const call of callsOf(document)) {
      const [access, ...more] = [call['x-access']].flat();
      const operation = operations.find((one) => one === access);
      if (operation === undefined || more.length > 0) continue;
      const held = roles
        .map((role) => [role, permissions[operation][role].words])
        .filter(([, words]) => words !== 'yes' && words !== 'no');
      expect(call['x-role-limits'] ?? {}, call.title).toEqual(Object.fromEntries(held));
      compared += 1;
    }
    expect(compared).toBeGreaterThan(50);
  });

  test('has no named shape that nothing points to, and points to none that is not there', () => {
    const text = JSON.stringify(document);
    const pointed = new Set(
      [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name),
    );
    expect([...pointed].sort()).toEqual(Object.keys(document.components.schemas).sort());
  });
});

describe('docs/api.md', () => {
  test('says what the served document says; -u prints it anew', async () => {
    const page = fileURLToPath(new URL('../../docs/api.md', import.meta.url));
    await expect(apiPage(document)).toMatchFileSnapshot(page);
  });

  test('leads to every heading that it links to, each once', () => {
    const page = apiPage(document);
    const anchors = [...page.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => anchorOf(heading as string));
    expect(new Set(anchors).size).toBe(anchors.length);
    const links = [...page.matchAll(/\]\(#([^)]*)\)/g)].map(([, to]) => to as string);
    expect(links.length).toBeGreaterThan(200);
    expect([...new Set(links)].filter((to) => !anchors.includes(to))).toEqual([]);
  });

  test('has an example whose bodies the server still takes', () => {
    const bodies = [...example.matchAll(/-d '([^']+)'/g)].map(([, body]) => JSON.parse(body as string));
    expect(bodies).toHaveLength(2);
    expect(signInWithCodeSchema.safeParse(bodies[0]).success).toBe(true);
    expect(appendBodySchema.safeParse(bodies[1]).success).toBe(true);
  });
});

/** Read off the table itself, and not asked of `may()`, which the server asks. */
function rolesThatMay(access: Exclude<ApiRoute['access'], 'public'>): readonly string[] {
  if (access === 'signed-in') return roles;
  const anyOf = [access].flat() as Operation[];
  return roles.filter((role) => anyOf.some((operation) => permissions[operation][role].words !== 'no'));
}
