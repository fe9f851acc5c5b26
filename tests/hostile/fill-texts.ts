import { roles } from '@tandem/domain';
import { ask, mayDo } from '../contract/matrix/ask.ts';
import { nameOf, type RouteCase } from '../contract/matrix/cases.ts';
import type { World } from '../contract/matrix/world.ts';
import type { DescribedCall } from '../support/json-schema.ts';
import { nameOfPlace, type TextPlace, textPlaces, withText } from './text-places.ts';

/** One place of free text in one call or kind of entry. */
export interface TextField {
  /** `POST /api/patients: familyName`. */
  readonly name: string;
  readonly one: RouteCase;
  readonly place: TextPlace;
}

/** Every place of free text that the running server describes, with the call that brings it there. */
export function textFields(cases: readonly RouteCase[], calls: readonly DescribedCall[]): TextField[] {
  return cases.flatMap((one) => {
    const [method, url = ''] = one.route.split(' ');
    const path = url.replace(/:(\w+)/g, '{$1}');
    const body = calls.find((call) => call.method === method && call.path === path)?.body;
    const places = body === undefined ? [] : textPlaces(body, one.kind);
    return places.map((place) => ({ name: `${nameOf(one)}: ${nameOfPlace(place)}`, one, place }));
  });
}

/** What a text needs beside it to be taken, by place: `drugName` is for a drug that is not in the list. */
export type Beside = (world: World, sessionId: string) => Promise<Readonly<Record<string, unknown>>>;

/** Stores `text` there as whoever may. @returns null when it is stored, else the answer */
export async function store(
  world: World,
  { one, place }: TextField,
  text: string,
  beside: Beside = async () => ({}),
): Promise<string | null> {
  const status = one.effectiveIn?.[0] ?? 'in-progress';
  const role = roles.find((each) => mayDo(one, each, one.target === 'session' ? status : undefined));
  if (role === undefined) throw new Error(`nobody may call ${one.route}`);
  const session =
    one.consumes === true && one.target === 'session'
      ? await world.newSession(status, one.kind !== undefined)
      : world.sessions[status];
  const call = one.make({ world, role, session });
  const id = one.consumes === true && one.target === 'protocol' ? await world.newProtocol() : call.id;
  let body = withText(call.body, place, text, one.kind);
  for (const [path, value] of Object.entries(await beside(world, session.id)))
    body = withText(body, { steps: path.split('.'), schemas: [] }, value, one.kind);
  const sent = { ...call, ...(id === undefined ? {} : { id }), body };
  const answer = await ask(world, one, role, sent);
  return answer.status === 200 || answer.status === 201
    ? null
    : `${answer.status} ${answer.code} ${answer.field ?? ''}`;
}
