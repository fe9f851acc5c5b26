import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { type Role, roles } from '@tandem/domain';
import { MIN_PASSWORD } from '@tandem/wire';

import { passwordProblem } from '../auth/password-rules.ts';
import { addClinic, addPerson, hashPassword } from '../auth/people.ts';
import { openDatabase } from '../boot.ts';
import { addFirstRows } from '../clinic/first-clinic.ts';
import { ConfigRefusal, readConfig } from '../config.ts';
import { clinicScopes, type InClinic } from '../db/clinic-scope.ts';
import type { Database } from '../db/connect.ts';
import { acceptNewKeys } from './new-keys.ts';
import { resetSecondFactor } from './reset-second-factor.ts';

/**
 * `npm run setup`: makes a clinic with its first person, or adds a person to a clinic that is there. Asks for
 * what no flag says. The first person is an admin unless `--roles` says otherwise. `--reset-second-factor EMAIL` is for
 * the last admin who has lost phone and recovery codes, `--new-keys` for keys that are lost for good: whoever runs
 * this holds the database anyway.
 */
export async function main(args: readonly string[]): Promise<void> {
  const flags = readFlags(args);
  if (flags['new-keys'] === true) return acceptNewKeys();
  const toReset = flags['reset-second-factor'];
  if (toReset !== undefined) return resetSecondFactor(toReset);
  const answers = await ask(flags);
  const open = await openDatabase(readConfig(process.env), (line) => console.error(line), true);
  try {
    const inClinic = clinicScopes(open.database);
    const clinicId = await clinicNamed(open.database, inClinic, answers);
    await refuseSecondPlace(open.database, answers.email, clinicId);
    const passwordHash = await hashPassword(answers.password);
    const { email, name, roles: own } = answers;
    const personId = await addPerson(open.database.auth, inClinic, clinicId, {
      email,
      name,
      roles: own,
      passwordHash,
    });
    await addFirstRows(inClinic, clinicId, personId);
    console.log(`${name} (${own.join(', ')}) can sign in to ${answers.clinic} as ${email}.`);
  } finally {
    await open.stop();
  }
}

interface Answers {
  readonly clinic: string;
  readonly timeZone: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly roles: readonly Role[];
}

type Answer = 'clinic' | 'time-zone' | 'name' | 'email' | 'password' | 'roles';
type Flags = Partial<Record<Answer | 'reset-second-factor', string>> & { 'new-keys'?: boolean };

function readFlags(args: readonly string[]): Flags {
  const option = { type: 'string' } as const;
  const options = {
    clinic: option,
    'time-zone': option,
    name: option,
    email: option,
    password: option,
    roles: option,
    'reset-second-factor': option,
    'new-keys': { type: 'boolean' },
  } as const;
  try {
    return parseArgs({ args: [...args], options, allowPositionals: false }).values;
  } catch {
    throw new ConfigRefusal(
      `Unknown flag. Use ${Object.keys(options)
        .map((key) => `--${key}`)
        .join(' ')}, each but the last with a value.`,
    );
  }
}

async function ask(flags: Flags): Promise<Answers> {
  const terminal = process.stdin.isTTY
    ? createInterface({ input: process.stdin, output: process.stderr })
    : null;
  const need = async (flag: Answer, question: string, fallback?: string): Promise<string> => {
    const given =
      flags[flag] ?? (terminal === null ? fallback : (await terminal.question(`${question}: `)) || fallback);
    if (given === undefined || given.trim() === '')
      throw new ConfigRefusal(`--${flag} is missing. ${question}.`);
    return given.trim();
  };
  try {
    return checked({
      clinic: await need('clinic', 'Name of the clinic'),
      timeZone: await need(
        'time-zone',
        'Time zone of the clinic, such as America/New_York',
        Intl.DateTimeFormat().resolvedOptions().timeZone,
      ),
      name: await need('name', 'Name of the first person'),
      email: await need('email', 'Email to sign in with'),
      roles: await need('roles', `Roles, separated by commas (${roles.join(', ')})`, 'admin'),
      password: await need('password', `Password, at least ${MIN_PASSWORD} characters`),
    });
  } finally {
    terminal?.close();
  }
}

function checked(raw: Record<Exclude<keyof Answers, 'roles'> | 'roles', string>): Answers {
  if (!/^[^\s@]+@[^\s@]+$/.test(raw.email)) throw new ConfigRefusal('--email must be an email address.');
  const problem = passwordProblem(raw.password, { email: raw.email, clinicName: raw.clinic });
  if (problem !== null) throw new ConfigRefusal(`--password: ${problem}`);
  try {
    new Intl.DateTimeFormat('en', { timeZone: raw.timeZone });
  } catch {
    throw new ConfigRefusal('--time-zone must be a name such as America/New_York.');
  }
  const own = raw.roles.split(',').map((role) => role.trim());
  const unknown = own.find((role) => !(roles as readonly string[]).includes(role));
  if (unknown !== undefined)
    throw new ConfigRefusal(`--roles: ${unknown} is no role. Known: ${roles.join(', ')}.`);
  return { ...raw, roles: own as Role[] };
}

async function clinicNamed(database: Database, inClinic: InClinic, answers: Answers): Promise<string> {
  const [found] = await database.auth<
    { id: string }[]
  >`select id from tandem.clinics where name = ${answers.clinic} limit 1`;
  if (found !== undefined) return found.id;
  const id = randomUUID();
  await addClinic(inClinic, { id, name: answers.clinic, timeZone: answers.timeZone, demo: false });
  return id;
}

/** One person, one login: an email that is in use is not taken over, and its password is not changed here. */
async function refuseSecondPlace(database: Database, email: string, clinicId: string): Promise<void> {
  const [taken] = await database.auth<{ clinicId: string }[]>`
    select m.clinic_id "clinicId" from auth.users u join auth.memberships m on m.person_id = u.id
    where u.email = ${email.toLowerCase()}`;
  if (taken === undefined) return;
  const where = taken.clinicId === clinicId ? 'this clinic' : 'another clinic';
  throw new ConfigRefusal(`${email} is already a login at ${where}. Nothing was changed. Use another email.`);
}
