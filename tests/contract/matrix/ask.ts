import { may, type Role, type SessionStatus } from '@tandem/domain';
import type { MessageCase, RouteCase } from './cases.ts';
import type { Call } from './ids.ts';
import { idsIn } from './ledger.ts';
import type { World } from './world.ts';

export interface Answer {
  readonly status: number;
  readonly code: string | undefined;
  readonly field: string | undefined;
  /** The whole reply, with every id taken out: what may differ between two answers that tell the same. */
  readonly told: string;
  /** What it says of the other clinic beyond what was sent. */
  readonly leaks: readonly string[];
}

/** Sends one call under a role, over HTTP. */
export async function ask(world: World, one: RouteCase, role: Role, call: Call): Promise<Answer> {
  const [method, template] = one.route.split(' ') as [string, string];
  const query = call.query === undefined ? '' : `?${new URLSearchParams(call.query)}`;
  const filled = template.replace(/:(\w+)/g, (_, name: string) =>
    name === 'id' ? (call.id ?? '') : (call.more?.[name] ?? ''),
  );
  const path = `${filled}${query}`;
  const headers = { cookie: call.cookie ?? world.callers[role].cookie, origin: world.api.origin };
  const body = call.body === undefined ? '' : JSON.stringify(call.body);
  const { status, body: text, cookies } = await world.http.send(method, path, headers, body);
  if (cookies.length > 0 && status === 200) world.spareLogins.set(role, cookies.join('; '));
  const sent = idsIn(JSON.stringify(call));
  const leaks = leaksIn(world, text, sent);
  // What a refused call brought is not stored, so it must not come back in a later answer.
  if (status < 300) for (const id of sent) world.brought.add(id);
  // A file that was made is no JSON.
  const { code, field } = (text.startsWith('{') ? JSON.parse(text) : {}) as { code?: string; field?: string };
  return { status, code, field, told: withoutIds(text), leaks };
}

/** Ids and names of the other clinic in a text, apart from those that we sent ourselves. */
export function leaksIn({ ledger, brought }: World, text: string, sent: readonly string[]): string[] {
  const foreign = idsIn(text).filter((id) => ledger.foreignIds.has(id));
  return [
    ...foreign.filter((id) => !sent.includes(id) && !brought.has(id)),
    ...(text.match(/cedar/gi) ?? []),
  ];
}

export const withoutIds = (text: string) => idsIn(text).reduce((rest, id) => rest.replace(id, '#'), text);

/** May this role do it, by the table of permissions; in this state of the session where one is given. */
export function mayDo(
  { guard, relation }: Pick<RouteCase | MessageCase, 'guard' | 'relation'>,
  role: Role,
  status?: SessionStatus,
): boolean {
  return guard === 'public' || guard === 'signed-in' || may(role, guard, { status, relation });
}
