import type { Author, ProtocolPlan } from '@tandem/domain';
import { exampleProtocols } from '../example-protocols.ts';
import type { Services } from '../services.ts';
import type { DemoClinic } from './people.ts';

/** Who and what a demo clinic consists of, with the ids they have in this database. */
export interface Roster {
  readonly people: ReadonlyMap<string, Author>;
  readonly rooms: readonly string[];
  readonly protocols: readonly { readonly id: string; readonly name: string; readonly data: ProtocolPlan }[];
}

export async function rosterOf({ database }: Services, clinic: DemoClinic): Promise<Roster> {
  const emails = clinic.people.map((person) => person.email);
  const users = await database.auth<{ id: string; email: string }[]>`
    select id, email from auth.users where email = any(${emails})`;
  const people = new Map<string, Author>();
  for (const { id, email } of users) {
    const person = clinic.people.find((one) => one.email === email);
    const role = person?.roles[0];
    if (person !== undefined && role !== undefined) people.set(email, { id, name: person.name, role });
  }
  const idOf = (part: string, at: number) =>
    `${clinic.id.slice(0, 24)}${part}${clinic.id.slice(-2)}${String(at).padStart(8, '0')}`;
  return {
    people,
    rooms: clinic.rooms.map((_, at) => idOf('a0', at)),
    protocols: exampleProtocols.map((protocol, at) => ({ id: idOf('b0', at), ...protocol })),
  };
}
