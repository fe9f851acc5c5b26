import type { Role } from '@tandem/domain';
import type { ApiProcess } from '../support/api-process.ts';
import { type Caller, note, planSession } from '../support/calls.ts';
import type { Cluster } from '../support/cluster.ts';
import { House } from './house.ts';
import { type Stored, saidOf, send } from './http.ts';
import { Screen, until } from './screen.ts';
import { Writers } from './writers.ts';

/** The server and the room on it, once they are there. */
export type DatabasePlace = () => { readonly cluster: Cluster; readonly room: DatabaseRoom };

/** Two processes on a PostgreSQL of their own, and a session with a screen on each. */
export class DatabaseRoom {
  /** Ids of the single entries. */
  readonly posted = new Set<string>();
  private readonly screens: Screen[] = [];

  private constructor(
    readonly house: House,
    /** Where people write. */
    readonly a: ApiProcess,
    /** Where people only look. */
    readonly b: ApiProcess,
    readonly physician: Caller,
    readonly therapist: Caller,
  ) {}

  static async open(cluster: Cluster): Promise<DatabaseRoom> {
    const house = await House.open(cluster);
    const [a, b] = await Promise.all([house.process(), house.process()]);
    const at = (api: ApiProcess, role: Role) => house.signIn(api, role);
    const [physician, therapist] = await Promise.all([at(a, 'physician'), at(b, 'therapist')]);
    return new DatabaseRoom(house, a, b, physician, therapist);
  }

  /** A planned session; both screens are current. */
  async session(): Promise<{ session: string; onA: Screen; onB: Screen }> {
    const session = await planSession(this.physician, { started: false });
    const onA = new Screen([this.a.address], this.physician.cookie, session);
    const onB = new Screen([this.b.address], this.therapist.cookie, session);
    this.screens.push(onA, onB);
    await until('both are current', () => onA.currents.length > 0 && onB.currents.length > 0);
    return { session, onA, onB };
  }

  /** @param patienceMs how long each tries one entry */
  writers(session: string, count = 4, patienceMs = 30_000): Writers {
    const { cookie } = this.physician;
    return new Writers(this.house.ledger, {
      addresses: [this.a.address],
      cookie,
      session,
      writers: count,
      limitMs: 12_000,
      patienceMs,
      pauseMs: 5,
    });
  }

  /** One entry, once. */
  async post(session: string, limitMs = 15_000): Promise<{ status: number; code?: string; ms: number }> {
    const startMs = performance.now();
    const one = note();
    this.posted.add(one.id);
    const options = { cookie: this.physician.cookie, body: { entries: [one] }, limitMs };
    const reply = await send<Stored & { code?: string }>(
      this.a.address,
      'POST',
      `/api/sessions/${session}/entries`,
      options,
    );
    const ms = Math.round(performance.now() - startMs);
    if (reply.status === 201) this.house.ledger.note(session, saidOf(reply.body, one.id));
    return { status: reply.status, ...(reply.body.code && { code: reply.body.code }), ms };
  }

  async close(): Promise<void> {
    for (const screen of this.screens) screen.leave();
    await this.house.close();
  }
}

/** Milliseconds from `sinceMs` until the screen hears that the server saves, or does not. */
export async function toldSaving(screen: Screen, saving: boolean, sinceMs: number): Promise<number> {
  const told = await until(
    `a screen is told that the server ${saving ? 'saves' : 'cannot save'}`,
    () => screen.currents.find((current) => current.atMs > sinceMs && current.saving === saving),
    30_000,
  );
  return Math.round(told.atMs - sinceMs);
}
