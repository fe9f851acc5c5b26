import { randomUUID } from 'node:crypto';
import { type Role, roles, type SessionStatus, sessionStatuses } from '@tandem/domain';
import { type Caller, dose, entry, note, planSession, vitals } from '../../support/api.ts';
import { type FixtureClinic, PIN } from '../../support/fixtures.ts';
import type { ClinicIds } from './ids.ts';
import { newInstrument } from './new-instrument.ts';

/** A session in a known state, with a reading by each role that may record one (the physician's for the others). */
export interface SessionFixture {
  readonly id: string;
  readonly patientId: string;
  readonly readings: Readonly<Record<Role, string>>;
  /** Of an infusion that runs, once it has started. */
  readonly infusionId: string;
  /** Handovers that wait for whoever has this role, once it has started. */
  readonly handovers: Partial<Record<Role, string>>;
}
export type SessionPerStatus = Readonly<Record<SessionStatus, SessionFixture>>;

/** One person hands over to another. */
export const handover = (from: Caller, to: Caller) =>
  entry('handover', {
    fromId: from.personId,
    toId: to.personId,
    role: 'nurse',
    summary: { openNotices: [] },
  });

const noReadings = Object.fromEntries(roles.map((role) => [role, ''])) as Record<Role, string>;

/** A course and what stands in it. */
export interface CourseFixture {
  readonly id: string;
  /** Of the same client. */
  readonly sessionId: string;
  readonly measureId: string;
  readonly checkInId: string;
  readonly insightId: string;
  readonly withdrawnId: string;
}

/** One clinic as its physician fills it, over the API like anyone else. */
export class ClinicFixture {
  private readonly series = randomUUID();
  private readonly vial = randomUUID();

  constructor(
    private readonly clinic: FixtureClinic,
    private readonly physician: Caller,
    /** Confirms doses by PIN. */
    private readonly second: Caller,
    private readonly author: Caller,
    /** Asks for releases of the author's process notes. */
    private readonly lead: Caller,
    /** Others who record a reading in every session. */
    private readonly readers: Partial<Record<Role, Caller>> = {},
  ) {}

  async sessionPerStatus(): Promise<SessionPerStatus> {
    await this.newVial(this.vial);
    const made = sessionStatuses.map(async (status) => [status, await this.session(status)] as const);
    return Object.fromEntries(await Promise.all(made)) as unknown as SessionPerStatus;
  }

  async session(status: SessionStatus, withReadings = true): Promise<SessionFixture> {
    // A client of its own: one client is in one session at a time.
    const [id, patientId] = [randomUUID(), await this.patient()];
    const { clinic, physician, series } = this;
    await this.create('/api/sessions', {
      id,
      patientId,
      protocolId: clinic.protocolId,
      plannedAt: new Date().toISOString(),
      weightKg: 68,
      roomId: clinic.roomId,
      people: [{ personId: physician.personId, role: 'physician' }],
      seriesId: series,
    });
    const step = (name: string, body: object) =>
      this.create(`/api/sessions/${id}/${name}`, { id: randomUUID(), ...body });
    const readings = withReadings ? await this.readings(id) : noReadings;
    const infusionId = randomUUID();
    const fixture = { id, patientId, readings, infusionId };
    if (status === 'planned') return { ...fixture, handovers: {} };
    let handovers: SessionFixture['handovers'] = {};
    if (status === 'cancelled') await step('cancel', { reason: 'She is ill.' });
    else {
      await step('start', {});
      if (withReadings) await this.doses(id, infusionId, status === 'signed');
      if (withReadings) handovers = await this.handovers(id);
      if (status !== 'in-progress') await step('end', { disposition: 'completed' });
      if (status === 'signed') await step('sign', { meaning: 'Reviewed.' });
    }
    return { ...fixture, handovers };
  }

  /** The physician hands over to every other reader, and the first of those to the physician. */
  private async handovers(sessionId: string): Promise<SessionFixture['handovers']> {
    const { physician, readers } = this;
    const pairs = Object.entries(readers).flatMap(([role, reader], at) => [
      { role, from: physician, to: reader },
      ...(at === 0 ? [{ role: 'physician', from: reader, to: physician }] : []),
    ]);
    const made = pairs.map(async ({ role, from, to }) => {
      const one = handover(from, to);
      await this.create(`/api/sessions/${sessionId}/entries`, { entries: [one] }, from);
      return [role, one.id] as const;
    });
    return Object.fromEntries(await Promise.all(made));
  }

  private async doses(sessionId: string, infusionId: string, stopped: boolean): Promise<void> {
    const given = entry('dose', { ...dose().data, vialId: this.vial });
    // No study drug: no limit of the protocol is about it.
    const started = { infusionId, state: 'already-given', drug: 'ondansetron', rateMgPerHour: 1 };
    const entries = [
      given,
      entry('infusion-start', started),
      ...(stopped ? [entry('infusion-stop', { infusionId, drug: 'ondansetron' })] : []),
    ];
    await this.create(`/api/sessions/${sessionId}/entries`, { entries });
  }

  private async readings(sessionId: string): Promise<Record<Role, string>> {
    const path = `/api/sessions/${sessionId}/entries`;
    const own = vitals();
    await this.create(path, { entries: [own, note(`Words of ${this.clinic.name}.`)] });
    const others = Object.entries(this.readers).map(async ([role, reader]) => {
      const reading = vitals();
      await this.create(path, { entries: [reading] }, reader);
      return [role, reading.id] as const;
    });
    const byDefault = roles.map((role) => [role, own.id] as const);
    return Object.fromEntries([...byDefault, ...(await Promise.all(others))]) as Record<Role, string>;
  }

  async patient(): Promise<string> {
    const id = randomUUID();
    const allergies = { status: 'not-asked' };
    const named = { familyName: 'Okonkwo', givenName: 'Ada', birthDate: '1990-02-28', sex: 'female' };
    await this.create('/api/patients', { id, ...named, allergies });
    return id;
  }

  /** What the second person of this clinic said to a dose of 20 mg. */
  async approval(sessionId: string): Promise<string> {
    const id = randomUUID();
    const values = { drug: 'ketamine', route: 'im', amountMg: 20 };
    await this.create(`/api/sessions/${sessionId}/approvals`, {
      id,
      personId: this.second.personId,
      pin: PIN,
      ...values,
    });
    return id;
  }

  async consent(): Promise<string> {
    const id = randomUUID();
    const path = `/api/patients/${this.clinic.patientIds[0]}/consents`;
    await this.create(path, {
      id,
      form: `Treatment at ${this.clinic.name}`,
      version: '1',
      signedOn: '2026-01-10',
    });
    return id;
  }

  /** Brought along by the lead. */
  async instrument(): Promise<string> {
    const body = newInstrument();
    await this.create('/api/instruments', body, this.lead);
    return body.id;
  }

  async clientFact(): Promise<string> {
    const id = randomUUID();
    const path = `/api/patients/${this.clinic.patientIds[0]}/medicines`;
    await this.create(path, { id, items: [`Of ${this.clinic.name}`] });
    return id;
  }

  async newVial(id: string = randomUUID()): Promise<string> {
    await this.create('/api/vials', {
      id,
      drug: 'ketamine',
      concentrationMgPerMl: 50,
      amountMg: 500,
      lot: `Lot of ${this.clinic.name}`,
      expiresOn: '2099-12-31',
    });
    return id;
  }

  /** Of the vial that every session takes from. */
  async vialCount(): Promise<string> {
    const id = randomUUID();
    const counted = { countedMg: 460, witnessId: this.second.personId, pin: PIN };
    await this.create(`/api/vials/${this.vial}/counts`, { id, ...counted });
    return id;
  }

  /** A screen that shows its code, and the physician who types it. */
  async display(): Promise<string> {
    const id = randomUUID();
    const { code } = (await this.physician.post<{ code: string }>('/api/display/codes', {})).body;
    await this.create('/api/displays', { id, roomId: this.clinic.roomId, code, setting: 'calm' });
    return id;
  }

  /** About a session, of this clinic's therapist. */
  async processNote(sessionId: string): Promise<string> {
    const id = randomUUID();
    const body = { sessionId, text: `Mine, of ${this.clinic.name}.`, editId: randomUUID(), seenRevision: 0 };
    const reply = await this.author.call('PUT', `/api/process-notes/${id}`, body);
    if (reply.status !== 201) throw new Error(`process note: ${reply.status}`);
    return id;
  }

  /** Asked for by the lead; the physician agreed. */
  async release(): Promise<string> {
    const id = randomUUID();
    const asked = { authorId: this.author.personId, patientId: this.clinic.patientIds[0] };
    const why = { ground: 'coroner', proof: 'Letter of the coroner.', hours: 24 };
    await this.create('/api/process-note-releases', { id, ...asked, ...why }, this.lead);
    await this.physician.post(`/api/process-note-releases/${id}/decide`, { agree: true });
    return id;
  }

  /** Of a note of the physician's own; nobody has decided. */
  async redaction(sessionId: string): Promise<string> {
    const id = randomUUID();
    const [entryId] = await this.notes(sessionId, 1);
    await this.create(`/api/sessions/${sessionId}/redactions`, { id, entryId, reason: 'Names somebody.' });
    return id;
  }

  /** One that was stopped, while another one runs. */
  async drill(): Promise<string> {
    const [stopped, running] = [randomUUID(), randomUUID()];
    const people = [{ personId: this.physician.personId, role: 'physician' }];
    const asked = { drill: 'airway-event', pace: 1, protocolId: this.clinic.protocolId, people };
    await this.create('/api/drills', { id: stopped, ...asked });
    await this.physician.post(`/api/drills/${stopped}/stop`, {});
    await this.create('/api/drills', { id: running, ...asked });
    return stopped;
  }

  async protocol(): Promise<string> {
    const id = randomUUID();
    await this.create('/api/protocols', {
      id,
      name: `Draft ${id}`,
      data: { drug: 'ketamine', route: 'im' },
    });
    return id;
  }

  /** `n` notes in one session. */
  async notes(sessionId: string, n: number): Promise<string[]> {
    const entries = Array.from({ length: n }, () => note(`Words of ${this.clinic.name}.`));
    await this.create(`/api/sessions/${sessionId}/entries`, { entries });
    return entries.map(({ id }) => id);
  }

  /** What probes try; everything here is in use at this clinic. */
  async ids(
    sessions: SessionPerStatus,
    invitations: readonly string[],
    openings: readonly string[],
  ): Promise<ClinicIds> {
    const { clinic, physician, series, vial } = this;
    const all = Object.values(sessions);
    const page = await physician.get<{ nextCursor: string }>('/api/sessions?limit=1');
    return {
      person: [physician.personId],
      patient: [clinic.patientIds[0]],
      protocol: [clinic.protocolId],
      room: [clinic.roomId],
      session: all.map(({ id }) => id),
      entry: all.map(({ readings }) => readings.physician),
      series: [series],
      vial: [vial],
      approval: [await this.approval(sessions['in-progress'].id)],
      consent: [await this.consent()],
      instrument: [await this.instrument()],
      'client-fact': [await this.clientFact()],
      course: [(await this.course()).id],
      'vial-count': [await this.vialCount()],
      display: [await this.display()],
      'process-note': [await this.processNote(sessions.planned.id)],
      release: [await this.release()],
      redaction: [await this.redaction(sessions['in-progress'].id)],
      cursor: [page.body.nextCursor],
      login: [await this.login()],
      invitation: invitations,
      opening: openings,
      drill: [await this.drill()],
    };
  }

  /** The course of the first client, with one of everything that others name. */
  async course(seriesId?: string): Promise<CourseFixture> {
    const { clinic, physician } = this;
    const patientId = clinic.patientIds[0];
    const opened = await physician.post<{ id: string }>(`/api/patients/${patientId}/courses`, {
      id: randomUUID(),
      ...(seriesId === undefined ? {} : { seriesId }),
    });
    const { id } = opened.body;
    const sessionId = await planSession(physician, { clinic, started: false });
    const [measureId, checkInId, insightId, withdrawnId] = Array.from({ length: 4 }, () => randomUUID());
    const owner = { id: physician.personId };
    const answers = [{ item: 'q9', value: 1 }];
    const measure = { instrument: 'phq-9', version: 1, filledBy: 'client', answers };
    const dueAt = new Date().toISOString();
    const entries = [
      { id: measureId, kind: 'measure', data: measure },
      // At once: until it is written nobody starts or signs.
      { id: randomUUID(), kind: 'safety-outcome', data: { measureId, outcome: 'Spoken with her.' } },
      { id: checkInId, kind: 'check-in', data: { step: '24h', dueAt, owner } },
      { id: insightId, kind: 'insight', data: { text: 'Grief.', sessionId } },
      { id: withdrawnId, kind: 'story', data: { from: 'I am the mistake.' } },
      { id: randomUUID(), kind: 'withdrawal', data: { entryId: withdrawnId, reason: 'Wrong client.' } },
    ].map((one) => ({ happenedAt: dueAt, ...one }));
    await this.create(`/api/courses/${id}/entries`, { entries });
    return { id, sessionId, measureId, checkInId, insightId, withdrawnId } as CourseFixture;
  }

  private async login(): Promise<string> {
    const { logins } = (await this.physician.get<{ logins: { id: string }[] }>('/api/me/sign-in')).body;
    return logins[0]?.id as string;
  }

  private async create(path: string, body: unknown, by: Caller = this.physician): Promise<void> {
    const reply = await by.post(path, body);
    if (reply.status !== 201) throw new Error(`${path}: ${reply.status} ${JSON.stringify(reply.body)}`);
  }
}
