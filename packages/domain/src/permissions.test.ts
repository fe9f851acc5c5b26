import { describe, expect, test } from 'vitest';
import {
  expected,
  expectedOfTeam,
  letters,
  lettersOf,
  operationsSaid,
  saidEver,
  teamOnlySaid,
} from './permissions.test-support.ts';
import {
  type Asked,
  may,
  operations,
  operationsOf,
  permissions,
  relations,
  teamOnlyPermissions,
} from './permissions.ts';
import { roles } from './roles.ts';
import { type SessionStatus, sessionStatuses } from './session/status.ts';

describe('who may do what', () => {
  test('[PER-1] given the table, when read, then every operation answers for every role', () => {
    expect(operations).toEqual(operationsSaid);
    expect(Object.keys(permissions)).toEqual(operations);
    for (const operation of operations) expect(Object.keys(permissions[operation])).toEqual([...roles]);
  });

  test.each(operationsSaid)(
    '[PER-4] given %s, when asked in each state and of whose thing, then the roles of reliability.md 5 may',
    (operation) => {
      for (const status of sessionStatuses) {
        for (const relation of relations) {
          const asked: Asked = { status, relation };
          expect(
            lettersOf((role) => may(role, operation, asked)),
            `${status}, ${relation}`,
          ).toBe(expected(operation, status, relation));
        }
      }
    },
  );

  // So that any other grant, put into any cell, would be seen.
  test('[PER-1] given what the grid says of a cell, when every grant is held against it, then only the one of the table fits', () => {
    const grants = [...new Set(operations.flatMap((operation) => Object.values(permissions[operation])))];
    const everything = sessionStatuses.flatMap((status) =>
      relations.map((relation) => [status, relation] as const),
    );
    for (const operation of operations) {
      for (const role of roles) {
        const fitting = grants.filter(({ when, whose }) =>
          everything.every(
            ([status, relation]) =>
              (when.includes(status) && whose.includes(relation)) ===
              expected(operation, status, relation).includes(letters[role]),
          ),
        );
        expect(fitting, `${operation}, ${role}`).toEqual([permissions[operation][role]]);
      }
    }
  });

  test('[PER-2] given an admin, when a session, a client or a protocol is asked for, then no, whatever is known of it', () => {
    const allowed = [
      'people.read',
      'clinic.read',
      'clinic.write',
      'rooms.read',
      'instruments.write',
      'audit.technical',
      'health.read',
      'displays.write',
    ];
    expect(operationsOf('admin')).toEqual(allowed);
    for (const status of sessionStatuses)
      expect(operations.filter((operation) => may('admin', operation, status))).toEqual(allowed);
  });

  test('[PER-3] given a lead, when a running session is asked for, then the board alone; once it is signed, its notes too', () => {
    const content = operations.filter((operation) =>
      /^(session|vitals|events|doses|notes|arc)\.read$/.test(operation),
    );
    const open = (status: SessionStatus) => content.filter((operation) => may('lead', operation, status));
    expect(may('lead', 'board.read', 'in-progress')).toBe(true);
    expect(open('in-progress')).toEqual([]);
    expect(open('planned')).toEqual(['session.read']);
    expect(open('ended')).toEqual(content.filter((operation) => operation !== 'notes.read'));
    expect(open('signed')).toEqual(content);
  });

  test('[PER-5] given a "no", when asked in any state, of any thing or without either, then it stays no: nothing lifts it', () => {
    const everything: (Asked | SessionStatus)[] = [{}, ...sessionStatuses];
    for (const relation of relations) {
      everything.push({ relation }, ...sessionStatuses.map((status) => ({ status, relation })));
    }
    for (const operation of operations) {
      for (const role of roles) {
        if (permissions[operation][role].words !== 'no') continue;
        expect(everything.filter((asked) => may(role, operation, asked))).toEqual([]);
      }
    }
  });
});

describe('where a clinic shows sessions to their team alone', () => {
  test('[TEA-1] given a session, when asked with and without its team, then physician, nurse and therapist need to be on it; lead and admin stay as they were', () => {
    expect(Object.keys(teamOnlyPermissions)).toEqual([...teamOnlySaid]);
    for (const operation of teamOnlySaid) {
      for (const status of sessionStatuses) {
        for (const relation of relations) {
          const asked: Asked = { status, relation, teamOnly: true };
          expect(
            lettersOf((role) => may(role, operation, asked)),
            `${operation}, ${status}, ${relation}`,
          ).toBe(expectedOfTeam(status, relation));
        }
      }
    }
  });

  test('[TEA-1] given everything else, when asked there, then it answers as anywhere', () => {
    const others = operations.filter((operation) => !(operation in teamOnlyPermissions));
    for (const operation of others)
      for (const role of roles)
        for (const status of sessionStatuses)
          for (const relation of relations)
            expect(may(role, operation, { status, relation, teamOnly: true })).toBe(
              may(role, operation, { status, relation }),
            );
    expect(may('nurse', 'session.read', { relation: 'any', teamOnly: false })).toBe(true);
  });
});

describe('could it ever', () => {
  test('[PER-8] given neither state nor thing, when asked, then yes to what some state and some thing allow', () => {
    for (const role of roles) expect(operationsOf(role)).toEqual(saidEver(role));
  });

  test('[PER-8] given the state alone, when asked, then some thing decides; given the thing alone, some state', () => {
    expect(may('nurse', 'vitals.correct', 'in-progress')).toBe(true);
    expect(may('nurse', 'vitals.correct', { relation: 'any' })).toBe(false);
    expect(may('physician', 'audit.read', { relation: 'team' })).toBe(true);
    expect(may('physician', 'audit.read', { relation: 'any' })).toBe(false);
    expect(may('lead', 'notes.read', { relation: 'any' })).toBe(true);
    expect(may('lead', 'notes.read', { status: undefined, relation: undefined })).toBe(true);
    expect(may('lead', 'notes.read', 'ended')).toBe(false);
  });

  test('[PER-8] given a state or a relation that this version does not know, when asked, then no', () => {
    expect(may('physician', 'vitals.read', 'paused' as SessionStatus)).toBe(false);
    expect(may('physician', 'vitals.read', { relation: 'ward' as 'team' })).toBe(false);
  });
});

test('[PER-1] given the grants, when printed, then in words that a clinic can read', () => {
  const words = {
    yes: permissions['session.read'].physician,
    no: permissions['session.read'].admin,
    'after the end': permissions['vitals.read'].lead,
    'not while it runs': permissions['session.read'].lead,
    'when signed': permissions['notes.read'].lead,
    own: permissions['notes.correct'].physician,
    'own sessions': permissions['audit.read'].physician,
  };
  expect(Object.values(words).map((grant) => grant.words)).toEqual(Object.keys(words));
});
