import { describe, expect, test } from 'vitest';
import { isRefusal, refusalTable, refuse } from './refusals.ts';

const rows = Object.entries(refusalTable);

describe('the table of refusals', () => {
  test('[REF-1] every code is kebab-case, has a 4xx or 5xx status and a sentence of its own', () => {
    for (const [code, { status, sentence }] of rows) {
      expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(600);
      expect(sentence).toMatch(/^[A-Z].*\.$/);
    }
    expect(new Set(rows.map(([, { sentence }]) => sentence)).size).toBe(rows.length);
  });

  test('[REF-1] only what may pass on its own later is retryable: no wrong input, no conflict, no missing right', () => {
    for (const [, { status, retryable }] of rows)
      if ([400, 403, 404, 409, 413, 415, 422].includes(status)) expect(retryable).toBe(false);
    for (const [, { status, retryable }] of rows)
      if (status >= 500 || status === 429) expect(retryable).toBe(true);
  });

  test('[REF-1] the codes and statuses that interface.md names', () => {
    const statusOf = Object.fromEntries(rows.map(([code, { status }]) => [code, status]));
    expect(statusOf).toMatchObject({
      'time-ahead': 400,
      'entry-id-reused': 409,
      'entry-changed': 409,
      'session-signed': 409,
      'epoch-changed': 409,
      'open-items': 409,
      'duplicate-id': 400,
      'not-found': 404,
    });
  });

  test('[REF-2] words: notice, due, limit; never alarm, monitor, error codes or blame', () => {
    for (const [, { sentence }] of rows)
      expect(sentence).not.toMatch(/alarm|monitor|invalid|illegal|fail|oops|please/i);
  });

  test('[REF-2] a refusal is told from any other value', () => {
    expect(isRefusal(refuse('not-found', { field: 'id' }))).toBe(true);
    for (const value of [null, undefined, [], {}, 'refused', { draft: {} }])
      expect(isRefusal(value)).toBe(false);
  });
});
