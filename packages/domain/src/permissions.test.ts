import { describe, expect, test } from 'vitest';
import { may, operations, operationsOf, permissions } from './permissions.ts';
import { roles } from './roles.ts';
import { sessionStatuses } from './session/status.ts';

const everywhere = [undefined, ...sessionStatuses];

describe('who may do what', () => {
  test('[PER-1] given the table, when read, then every operation answers for every role', () => {
    expect(Object.keys(permissions).sort()).toEqual([...operations].sort());
    for (const operation of operations)
      expect(Object.keys(permissions[operation]).sort()).toEqual([...roles].sort());
  });

  test('[PER-2] given an admin, when a session, a client or a protocol is asked for, then no, in every status', () => {
    const allowed = operations.filter((operation) =>
      everywhere.some((status) => may('admin', operation, status)),
    );
    expect(allowed).toEqual(['people.read']);
    expect(operationsOf('admin')).toEqual(['people.read']);
  });

  test('[PER-3] given a lead, when content is asked for, then after the end; notes once signed; nothing is written', () => {
    for (const operation of ['vitals.read', 'events.read', 'doses.read', 'arc.read'] as const) {
      for (const status of sessionStatuses) {
        expect(may('lead', operation, status)).toBe(['ended', 'signed', 'cancelled'].includes(status));
      }
    }
    for (const status of sessionStatuses) expect(may('lead', 'notes.read', status)).toBe(status === 'signed');
    const writes = operations.filter(
      (operation) =>
        /\.(write|run|sign|addendum|plan|confirm)$/.test(operation) && operation !== 'patient.write',
    );
    for (const operation of writes)
      for (const status of everywhere) expect(may('lead', operation, status)).toBe(false);
  });

  test('[PER-3] given a lead, when a session is opened, then a planned or ended one, never a running one', () => {
    const open = sessionStatuses.filter((status) => may('lead', 'session.read', status));
    expect(open).toEqual(['planned', 'ended', 'signed', 'cancelled']);
  });

  test('[PER-4] given the clinicians, when content is written, then as reliability.md 5 says', () => {
    const writers = (operation: (typeof operations)[number]) =>
      roles.filter((role) => may(role, operation, 'in-progress'));
    expect(writers('vitals.write')).toEqual(['physician', 'nurse', 'therapist']);
    expect(writers('events.write')).toEqual(['physician', 'nurse', 'therapist']);
    expect(writers('doses.write')).toEqual(['physician', 'nurse']);
    expect(writers('notes.write')).toEqual(['physician', 'nurse', 'therapist']);
    expect(writers('arc.write')).toEqual(['physician', 'therapist']);
    expect(writers('session.run')).toEqual(['physician', 'therapist']);
    expect(writers('protocol.confirm')).toEqual(['physician']);
  });

  test('[PER-5] given a "no", when asked in any status or without one, then it stays no: nothing lifts it', () => {
    for (const operation of operations) {
      for (const role of roles) {
        if (permissions[operation][role] !== 'no') continue;
        for (const status of everywhere) expect(may(role, operation, status)).toBe(false);
      }
    }
  });

  test('[PER-5] given "could it ever", when answered, then yes exactly where some status says yes', () => {
    for (const operation of operations) {
      for (const role of roles) {
        expect(may(role, operation)).toBe(sessionStatuses.some((status) => may(role, operation, status)));
      }
    }
  });
});
