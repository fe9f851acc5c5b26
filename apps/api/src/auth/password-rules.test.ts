import { expect, test } from 'vitest';
import { passwordProblem } from './password-rules.ts';

const owner = { email: 'Lena.Brandt@quay.test', clinicName: 'Quay Street Clinic' };
const problem = (password: string) => passwordProblem(password, owner);

test('[AUT-16] a password has 12 to 256 characters, whatever they are', () => {
  expect(problem('elevenchars')).toMatch(/at least 12 characters; this has 11\./);
  expect(problem('ünïcödë ёлка'), 'characters, not bytes').toBeNull();
  expect(problem('kettle under snow')).toBeNull();
  expect(problem('kettle under '.repeat(20).slice(0, 256))).toBeNull();
  expect(problem('kettle under '.repeat(20).slice(0, 257))).toMatch(/at most 256/);
});

test('[AUT-16] it is none of those that are tried first, however written and with what is put behind', () => {
  for (const common of ['1qaz2wsx3edc', 'Password1234', 'PASSWORD123!', 'qwertyuiop123', ' motherfucker '])
    expect(problem(common), common).toMatch(/tried first everywhere/);
  for (const repeated of ['aaaaaaaaaaaaa', '1212121212121212', 'abcabcabcabcabc'])
    expect(problem(repeated), repeated).toMatch(/characters that repeat/);
  expect(problem('correct horse battery')).toBeNull();
});

test('[AUT-16] it is neither the email nor the clinic’s name', () => {
  for (const own of [
    'lena.brandt@quay.test',
    'LENA.BRANDT@quay.test',
    'Quay Street Clinic',
    'quay street clinic1!',
    'lena.brandt1',
  ])
    expect(problem(own), own).toMatch(/email and the name of the clinic/);
});
