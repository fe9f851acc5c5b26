import { randomUUID } from 'node:crypto';
import type { PastReply, PastSession } from '@tandem/wire';
import postgres from 'postgres';
import { expect } from 'vitest';
import {
  type Caller,
  dose,
  type EntryBody,
  endSession,
  entry,
  note,
  startApi,
  type TestApi,
  vitals,
} from './api.ts';
import { sessionOf } from './team-only.ts';

/** As if it had happened some minutes ago. */
export const earlier = (minutes: number, one: EntryBody): EntryBody => ({
  ...one,
  happenedAt: new Date(Date.now() - minutes * 60_000).toISOString(),
});
/** Taken before the medicine: what later pressures are compared with. */
export const before = (systolic: number, diastolic: number) => earlier(5, vitals(systolic, diastolic));

/** Harbor with three sessions that are over: what is found of them, and by whom. */
export class PastSessions {
  /** Quiet, signed; with a rise, a correction and a removed text, ended; cancelled. */
  calm = '';
  rise = '';
  cancelled = '';

  private constructor(
    readonly api: TestApi,
    readonly physician: Caller,
    readonly therapist: Caller,
    readonly nurse: Caller,
    readonly lead: Caller,
  ) {}

  static async open(): Promise<PastSessions> {
    const api = await startApi();
    const [physician, therapist, nurse, lead] = await Promise.all([
      api.as('physician'),
      api.as('therapist'),
      api.as('nurse'),
      api.as('lead'),
    ]);
    const made = new PastSessions(api, physician, therapist, nurse, lead);
    made.calm = await made.past([
      before(120, 78),
      earlier(4, dose(30)),
      vitals(138, 84),
      note('She speaks of the lighthouse.'),
    ]);
    await made.sign(made.calm);
    made.rise = await made.withRise();
    made.cancelled = await sessionOf(physician, [{ personId: nurse.personId, role: 'nurse' }]);
    await physician.post(`/api/sessions/${made.cancelled}/cancel`, { id: randomUUID(), reason: 'Ill.' });
    return made;
  }

  /** One that is over, with these entries. */
  async past(entries: readonly EntryBody[]): Promise<string> {
    const team = [
      { personId: this.physician.personId, role: 'physician' },
      { personId: this.therapist.personId, role: 'therapist' },
    ];
    const id = await sessionOf(this.physician, team, { weightKg: 60 });
    const started = await this.physician.post(`/api/sessions/${id}/start`, { id: randomUUID() });
    expect(started.status).toBe(201);
    await this.add(id, ...entries);
    await endSession(this.physician, id);
    return id;
  }

  async search(by: Caller, body: object = {}): Promise<PastReply> {
    const reply = await by.post<PastReply>('/api/past-sessions/search', body);
    expect(reply.status, JSON.stringify(reply.body)).toBe(200);
    return reply.body;
  }

  /** Which of the three somebody finds, in the order of the list. */
  async found(by: Caller, body: object = {}): Promise<string[]> {
    const { items } = await this.search(by, body);
    return items.map(({ id }) => id).filter((id) => [this.calm, this.rise, this.cancelled].includes(id));
  }

  /** As the lead finds it. */
  async one(id: string): Promise<PastSession> {
    return (await this.search(this.lead)).items.find((item) => item.id === id) as PastSession;
  }

  async asOwner<Row extends object>(
    work: (sql: postgres.Sql) => PromiseLike<readonly Row[]>,
  ): Promise<Row[]> {
    const sql = postgres(this.api.db.adminUrl, { max: 1, onnotice: () => {} });
    try {
      return [...(await work(sql))];
    } finally {
      await sql.end();
    }
  }

  private async add(id: string, ...entries: readonly EntryBody[]): Promise<void> {
    const reply = await this.physician.post(`/api/sessions/${id}/entries`, { entries });
    expect(reply.status, JSON.stringify(reply.body)).toBe(201);
  }

  private async sign(id: string): Promise<void> {
    for (const by of [this.physician, this.therapist]) {
      const body = { id: randomUUID(), meaning: 'Reviewed.' };
      const signed = await by.post(`/api/sessions/${id}/sign`, body);
      expect(signed.status, JSON.stringify(signed.body)).toBe(201);
    }
  }

  /** A dose taken back, a corrected pressure and note, and a text removed at its author's request. */
  private async withRise(): Promise<string> {
    const [pressure, twice, named, removed] = [
      vitals(195, 112),
      dose(25),
      note('Ellen is in the room.'),
      note('A gooseberry of somebody else.'),
    ];
    const event = entry('adverse-event', { term: 'nausea', grade: 2 });
    const id = await this.past([
      before(120, 78),
      earlier(4, dose(40)),
      pressure,
      twice,
      event,
      named,
      removed,
    ]);
    await this.add(id, entry('retraction', { entryId: twice.id, reason: 'Twice.', anyGiven: false }));
    const corrected = { systolic: 182, diastolic: 104, heartRate: 88, spo2: 97 };
    await this.add(id, entry('amendment', { entryId: pressure.id, data: corrected, reason: 'Mistyped.' }));
    const text = { text: 'Her sister is in the room.', category: 'noticed' };
    await this.add(id, entry('amendment', { entryId: named.id, data: text, reason: 'No names.' }));
    const asked = await this.physician.post<{ id: string }>(`/api/sessions/${id}/redactions`, {
      id: randomUUID(),
      entryId: removed.id,
      reason: 'Another client.',
    });
    const decided = await this.lead.post(`/api/redactions/${asked.body.id}/decide`, { agree: true });
    expect(decided.status).toBe(200);
    return id;
  }
}
