import type { ProtocolPlan, Role } from '@tandem/domain';
import type { Rng } from '@tandem/scenarios';
import type { HttpClient } from './http-client.ts';
import { Refused, type RoomAccess } from './room.ts';

export interface BenchPerson {
  readonly email: string;
  readonly password: string;
  readonly role: Role;
}

interface SignedIn {
  readonly headers: Readonly<Record<string, string>>;
  readonly id: string;
  readonly role: Role;
}

const protocol: ProtocolPlan = {
  drug: 'ketamine',
  route: 'im',
  ceilingMgPerKg: 1.5,
  minimumIntervalMinutes: 10,
  observationMinutes: 120,
  vitalsEveryMinutes: 15,
  source: 'Benchmark.',
};

/** Tandem as people reach it: they sign in, add a client, plan and start, all over HTTP and with its limits as they are. */
export class TandemTarget {
  private people: readonly SignedIn[] = [];
  private protocolId = '';

  constructor(
    private readonly http: HttpClient,
    private readonly rng: Rng,
  ) {}

  /** Headers of everyone who is signed in. */
  get everyone(): readonly SignedIn['headers'][] {
    return this.people.map(({ headers }) => headers);
  }

  async signIn(people: readonly BenchPerson[]): Promise<number> {
    this.people = await Promise.all(people.map((person) => this.signInOne(person)));
    this.protocolId = this.rng.uuid();
    const { headers } = this.physician(0);
    await this.post(headers, '/api/protocols', { id: this.protocolId, name: 'Benchmark', data: protocol });
    await this.post(headers, `/api/protocols/${this.protocolId}/confirm`);
    return this.people.length;
  }

  /** Sessions in progress, each of a client of its own: one client is in one session at a time. */
  rooms(sessions: number, viewersEach: number): Promise<RoomAccess[]> {
    const all = Array.from({ length: sessions }, (_, at) => this.room(at, viewersEach));
    return Promise.all(all);
  }

  private async room(at: number, viewersEach: number): Promise<RoomAccess> {
    const { headers, id: personId } = this.physician(at);
    const [sessionId, patientId, stepId] = [this.rng.uuid(), this.rng.uuid(), this.rng.uuid()];
    await this.post(headers, '/api/patients', {
      id: patientId,
      familyName: `Bench-${at + 1}`,
      givenName: 'Client',
      birthDate: '1986-04-12',
      sex: 'female',
      allergies: { status: 'none-known', items: [] },
    });
    const people = [{ personId, role: 'physician' }];
    const plannedAt = new Date().toISOString();
    const plan = { id: sessionId, patientId, protocolId: this.protocolId, plannedAt, weightKg: 68, people };
    await this.post(headers, '/api/sessions', plan);
    await this.post(headers, `/api/sessions/${sessionId}/start`, { id: stepId });
    const watching = (viewer: number) =>
      this.people[(at * viewersEach + viewer) % this.people.length] as SignedIn;
    const viewers = Array.from({ length: viewersEach }, (_, viewer) => watching(viewer).headers);
    return { sessionId, writer: headers, viewers };
  }

  private physician(at: number): SignedIn {
    const physicians = this.people.filter((person) => person.role === 'physician');
    return physicians[at % physicians.length] as SignedIn;
  }

  private async signInOne({ email, password, role }: BenchPerson): Promise<SignedIn> {
    const path = '/api/auth/sign-in/email';
    const reply = await this.http.send('POST', path, {}, JSON.stringify({ email, password }));
    if (reply.status !== 200) throw new Refused(`${path}: ${reply.status} ${reply.body}`);
    const { id } = (JSON.parse(reply.body) as { person: { id: string } }).person;
    return { headers: { cookie: reply.cookies.join('; '), origin: this.http.origin }, id, role };
  }

  private async post(headers: SignedIn['headers'], path: string, body?: unknown): Promise<void> {
    const reply = await this.http.send('POST', path, headers, body === undefined ? '' : JSON.stringify(body));
    if (reply.status !== 200 && reply.status !== 201)
      throw new Refused(`POST ${path}: ${reply.status} ${reply.body}`);
  }
}
