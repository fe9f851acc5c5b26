import type { Person } from '@tandem/wire';
import { expect, test } from 'vitest';
import { receiversOf } from './receivers.ts';

const person = (id: string, name: string, ...roles: Person['roles']): Person => ({ id, name, roles });
const people = [
  person('a', 'Dr Amara Okafor', 'physician'),
  person('m', 'Dr Theo Marsh', 'physician'),
  person('c', 'Dr Ines Carvalho', 'lead', 'physician'),
  person('t', 'Tunde Mensah', 'nurse'),
];

test('[HOV-6] given people of a clinic, when somebody hands over, then those of that role without them, those in the room first', () => {
  const names = (here: string[], role: 'physician' | 'nurse' | 'therapist' = 'physician') =>
    receiversOf(people, role, 'a', new Set(here)).map(({ id, here: isHere }) => (isHere ? `${id} here` : id));
  expect(names([])).toEqual(['c', 'm']);
  expect(names(['m', 'a', 't'])).toEqual(['m here', 'c']);
  expect(names([], 'nurse')).toEqual(['t']);
  expect(names([], 'therapist')).toEqual([]);
});
