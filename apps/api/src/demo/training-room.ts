import { randomUUID } from 'node:crypto';
import type { Author } from '@tandem/domain';
import type { Session } from '@tandem/wire';
import { type Answer, ApiPerson } from './api-person.ts';
import { training } from './people.ts';
import type { Roster } from './roster.ts';
import { scriptOf, trainingClient } from './training-script.ts';

type Part = 'physician' | 'therapist' | 'nurse';
export type Team = Readonly<Record<Part, Author>>;

/** The calls of the training session's people, each as the person whose part it is. */
export class TrainingRoom {
  readonly team: Team;
  private readonly callers: ReadonlyMap<string, ApiPerson>;
  private clientKnown = false;

  constructor(
    address: string,
    readonly roster: Roster,
    signal: AbortSignal,
  ) {
    const authorOf = (part: Part) => {
      const author = roster.people.get(training[part]);
      if (author === undefined) throw new Error(`the demo has no ${training[part]}`);
      return author;
    };
    this.team = {
      physician: authorOf('physician'),
      therapist: authorOf('therapist'),
      nurse: authorOf('nurse'),
    };
    const parts = Object.keys(this.team) as Part[];
    this.callers = new Map(
      parts.map((part) => [this.team[part].id, new ApiPerson(address, training[part], signal)]),
    );
  }

  /** @throws on a failure that may pass */
  async call<Body>(
    personId: string,
    method: 'GET' | 'POST',
    path: string,
    body?: unknown,
  ): Promise<Answer<Body>> {
    const caller = this.callers.get(personId);
    if (caller === undefined) throw new Error('nobody of the training session');
    return caller.call<Body>(method, path, body);
  }

  /**
   * What there is of this room's own sessions and is not closed: any other is none of its business.
   * @throws when it cannot be told now
   */
  async open(): Promise<Session[]> {
    const body = { status: ['planned', 'in-progress', 'ended'], q: trainingClient.mrn, limit: 200 };
    const { physician } = this.team;
    const found = await this.call<{ items: Session[] }>(physician.id, 'POST', '/api/sessions/search', body);
    // Taken for none, it would begin another one.
    if (!found.ok) throw new Error(`the list was refused (${found.code})`);
    return found.body.items.filter(
      ({ origin, patient, room }) =>
        origin === 'training' && patient?.id === trainingClient.id && room?.id === this.roster.trainingRoom,
    );
  }

  /** A step of the session's life, by the physician. */
  step(sessionId: string, step: string, body: Record<string, unknown>): Promise<Answer<Session>> {
    return this.call(this.team.physician.id, 'POST', `/api/sessions/${sessionId}/${step}`, body);
  }

  /** Plans a session for now and starts it; one that was planned and never started is started. */
  async begin(planned: Session | null): Promise<Answer<Session>> {
    await this.knowClient();
    const id = planned?.id ?? randomUUID();
    const script = scriptOf(id, this.roster, this.team, Date.now());
    if (planned === null) {
      const { actor, command } = script.plan;
      const plan = command.type === 'plan' ? { ...command.plan, plannedAt: new Date().toISOString() } : {};
      const made = await this.call<Session>(actor.id, 'POST', '/api/sessions', { ...plan, id });
      if (!made.ok) return made;
    }
    return this.step(id, 'start', { id: script.startId });
  }

  private async knowClient(): Promise<void> {
    if (this.clientKnown) return;
    const { id, familyName, givenName, birthDate, sex, mrn, allergies } = trainingClient;
    const body = { id, familyName, givenName, birthDate, sex, mrn, allergies };
    await this.call(this.team.physician.id, 'POST', '/api/patients', body);
    this.clientKnown = true;
  }
}
