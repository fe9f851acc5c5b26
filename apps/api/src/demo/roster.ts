import type { Author, ProtocolPlan } from '@tandem/domain';
import { exampleProtocols } from '../example-protocols.ts';
import type { Services } from '../services.ts';
import type { DemoClinic } from './people.ts';

/** Who and what a demo clinic consists of, with the ids they have in this database. */
export interface Roster {
  /** By email, in the order of the clinic's list: who comes first leads the first room. */
  readonly people: ReadonlyMap<string, Author>;
  readonly rooms: readonly string[];
  readonly trainingRoom: string;
  readonly protocols: readonly { readonly id: string; readonly name: string; readonly data: ProtocolPlan }[];
}

export async function rosterOf({ database }: Services, clinic: DemoClinic): Promise<Roster> {
  const emails = clinic.people.map((person) => person.email);
  const users = await database.auth<{ id: string; email: string }[]>`
    select id, email from auth.users where email = any(${emails})`;
  const people = new Map<string, Author>();
  for (const { email, name, roles } of clinic.people) {
    const id = users.find((user) => user.email === email)?.id;
    const [role] = roles;
    if (id !== undefined && role !== undefined) people.set(email, { id, name, role });
  }
  const idOf = (part: string, at: number) =>
    `${clinic.id.slice(0, 24)}${part}${clinic.id.slice(-2)}${String(at).padStart(8, '0')}`;
  return {
    people,
    rooms: clinic.rooms.map((_, at) => idOf('a0', at)),
    trainingRoom: idOf('a1', 0),
    protocols: exampleProtocols.map((protocol, at) => ({ id: idOf('b0', at), ...protocol })),
  };
}
