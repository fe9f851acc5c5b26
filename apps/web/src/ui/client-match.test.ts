import { describe, expect, test } from 'vitest';
import { findClients, matchesClient } from './client-match.ts';

const client = (
  id: string,
  familyName: string,
  givenName: string,
  birthDate: string,
  mrn: string | null,
) => ({
  id,
  familyName,
  givenName,
  birthDate,
  mrn,
});
const maya = client('1', 'Rivera', 'Maya', '1987-03-04', '004 1187');
const ana = client('2', 'Rivera', 'Ana', '1990-12-24', 'DEMO-0057');
const odd = client('3', 'Þökudal', 'Søren', '1961-01-30', null);

describe('[FND-1] a client is found', () => {
  test.each([
    ['rivera', maya],
    ['Rivera, Maya', maya],
    ['maya riv', maya],
    ['MAYA', maya],
    ['004 1187', maya],
    ['0041187', maya],
    ['demo-0057', ana],
    ['demo0057', ana],
    ['rivera 57', ana],
    ['thokudal', odd],
    ['þokudal soren', odd],
    ['30.1.1961', odd],
  ])('by "%s"', (typed, who) => expect(matchesClient(who, typed)).toBe(true));

  test.each([
    '04-Mar-1987',
    '4-mar-1987',
    '1987-03-04',
    '04.03.1987',
    '4.3.1987',
    '4/3/1987',
    '03/04/1987',
    '04031987',
    'mar 1987',
    'rivera 1987',
  ])('by the birth date as "%s"', (typed) => expect(matchesClient(maya, typed)).toBe(true));

  test.each(['maya ana', 'riverax', '1988', '05-Mar-1987', '4118 77'])('not by "%s"', (typed) =>
    expect(matchesClient(maya, typed)).toBe(false),
  );
});

test('[FND-2] recently opened ones stand first, then family names that begin so, then by name and birth date', () => {
  const marivel = client('4', 'Hale', 'Marivel', '1970-01-01', null);
  const young = client('5', 'Rivera', 'Ana', '2001-01-01', null);
  const all = [marivel, odd, young, maya, ana];
  expect(findClients(all, 'riv').map(({ id }) => id)).toEqual(['2', '5', '1', '4']);
  expect(findClients(all, 'riv', ['9', '4', '1']).map(({ id }) => id)).toEqual(['4', '1', '2', '5']);
  expect(findClients(all, '').map(({ id }) => id)).toEqual(['4', '2', '5', '1', '3']);
});
