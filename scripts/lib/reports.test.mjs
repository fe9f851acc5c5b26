import { describe, expect, it } from 'vitest';
import { applyRules, countPlaywright, countProgram, countVitest, readable, summaryLine } from './reports.mjs';

const assertion = (/** @type {string} */ status, /** @type {string} */ fullName) => ({
  status,
  fullName,
  failureMessages: status === 'failed' ? ['it broke'] : [],
});

describe('counting vitest', () => {
  it('counts each test and keeps the names of those that failed or were skipped', () => {
    const assertionResults = ['passed', 'failed', 'skipped', 'todo'].map((status) =>
      assertion(status, `a ${status}`),
    );
    const file = { name: 'a.test.ts', message: '', status: 'failed', assertionResults };
    expect(countVitest({ testResults: [file] }, { 'a skipped': 'cannot run here: no root' })).toEqual({
      passed: 1,
      failed: [{ name: 'a failed', message: 'it broke' }],
      skipped: [
        { name: 'a skipped', reason: 'cannot run here: no root' },
        { name: 'a todo', reason: '' },
      ],
    });
  });

  it('counts a file that could not be loaded as a failure', () => {
    const file = { name: 'b.test.ts', message: 'no such module', status: 'failed', assertionResults: [] };
    const { failed } = countVitest({ testResults: [file] }, {});
    expect(failed).toEqual([{ name: 'b.test.ts', message: 'no such module' }]);
  });
});

describe('counting Playwright', () => {
  it('walks nested suites and counts errors outside tests', () => {
    const test = (/** @type {string} */ status) => ({
      status,
      annotations: status === 'skipped' ? [{ type: 'skip', description: 'cannot run here: no camera' }] : [],
      results: [{ errors: status === 'unexpected' ? [{ message: 'timed out' }] : [] }],
    });
    const specs = ['expected', 'unexpected', 'skipped', 'flaky'].map((title) => ({
      title,
      tests: [test(title)],
    }));
    const report = {
      errors: [{ message: 'the server did not start' }],
      suites: [{ title: 'room.spec.ts', suites: [{ title: 'two people', specs }] }],
    };
    const counts = countPlaywright(report);
    expect(counts.passed).toBe(1);
    expect(counts.failed.map(({ message }) => message)).toEqual([
      'the server did not start',
      'timed out',
      'flaky',
    ]);
    expect(counts.failed[1]?.name).toBe('room.spec.ts two people unexpected');
    expect(counts.skipped).toEqual([
      { name: 'room.spec.ts two people skipped', reason: 'cannot run here: no camera' },
    ]);
  });
});

describe('counting a program', () => {
  it.each([
    ['a closing line', 'G1 ok\n3 passed, 1 failed\n', 3, 1, 0],
    ['a closing line with skipped', '1 passed, 0 failed, 2 skipped', 1, 0, 2],
    ['one object', 'warming up\n{"passed": 2, "failed": 0}', 2, 0, 0],
    [
      'goals over several lines',
      '{\n "goals": [{"id": "G1", "met": true}, {"id": "G10", "met": false}]\n}',
      1,
      1,
      0,
    ],
  ])('reads %s', (_, output, passed, failed, skipped) => {
    const counts = countProgram(output);
    expect([counts?.passed, counts?.failed.length, counts?.skipped.length]).toEqual([
      passed,
      failed,
      skipped,
    ]);
  });

  it.each(['', 'all is well', '{"passed": "many"}', '3 passed, 1 failed\nand then a crash'])(
    'does not guess from %j',
    (output) => {
      expect(countProgram(output)).toBeUndefined();
    },
  );
});

describe('the rules', () => {
  const skip = (/** @type {string} */ reason) => ({
    passed: 1,
    failed: [],
    skipped: [{ name: 't', reason }],
  });

  it('let a test be skipped in CI for a reason of the machine only', () => {
    expect(applyRules(skip('cannot run here: needs root'), true)).toMatchObject({
      failed: [],
      skipped: [{}],
    });
    expect(applyRules(skip('later'), true)).toMatchObject({ failed: [{ name: 't' }], skipped: [] });
    expect(applyRules(skip('later'), false)).toMatchObject({ failed: [], skipped: [{}] });
  });

  it('fail a suite in which nothing ran', () => {
    expect(applyRules({ passed: 0, failed: [], skipped: [] }, false).failed).toHaveLength(1);
    expect(applyRules({ ...skip('cannot run here: x'), passed: 0 }, false).failed).toHaveLength(1);
  });

  it('show a message without colours and without the frames of the runner', () => {
    const message =
      '\u001b[31mno match\u001b[0m\n    at a.test.ts:3\n    at run (node_modules/vitest/x.js:1)';
    expect(readable(message)).toBe('    no match\n        at a.test.ts:3');
  });

  it('end in the one line that others read', () => {
    expect([summaryLine(12, 0, 0), summaryLine(3, 1, 2)]).toEqual([
      '12 passed, 0 failed',
      '3 passed, 1 failed, 2 skipped',
    ]);
  });
});
