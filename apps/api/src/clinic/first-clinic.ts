import { randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import type { Role } from '@tandem/domain';
import type { FirstRun as FirstRunBody } from '@tandem/wire';
import { passwordProblem } from '../auth/password-rules.ts';
import { addClinic, addPerson, hashPassword } from '../auth/people.ts';
import type { InClinic } from '../db/clinic-scope.ts';
import type { Database } from '../db/connect.ts';
import { memberships, protocols, rooms } from '../db/schema.ts';
import { exampleProtocols } from '../example-protocols.ts';
import { refused } from '../refusal-error.ts';

const TOKEN_BYTES = 24;

/**
 * The first clinic, made in a browser: whoever starts Tandem on an empty database is told a link with a token that is
 * good until a clinic is there or the process ends.
 */
export class FirstRun {
  private token: Buffer | null = null;

  constructor(
    private readonly auth: Database['auth'],
    private readonly inClinic: InClinic,
  ) {}

  /** @returns the token; null when there is a clinic already */
  async offer(): Promise<string | null> {
    if (await this.hasClinic()) return null;
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    this.token = Buffer.from(token);
    return token;
  }

  /**
   * Makes the clinic, its first admin, two rooms and the example protocols.
   * @throws not-found for every token but the offered one, and once there is a clinic; invalid for a password that
   *   is guessed first
   */
  async make({ token, clinicName, timeZone, name, email, password }: FirstRunBody): Promise<void> {
    const offered = this.token;
    if (offered === null || !isSame(Buffer.from(token), offered)) throw noSuchLink();
    const problem = passwordProblem(password, { email, clinicName });
    if (problem !== null) throw refused('invalid', { field: 'password', detail: problem });
    // Two presses at once make one clinic; what fails may be tried again.
    this.token = null;
    try {
      if (await this.hasClinic()) throw noSuchLink();
      const clinicId = randomUUID();
      await addClinic(this.inClinic, { id: clinicId, name: clinicName, timeZone, demo: false });
      const passwordHash = await hashPassword(password);
      const roles: readonly Role[] = ['admin'];
      const personId = await addPerson(this.auth, this.inClinic, clinicId, {
        email,
        name,
        roles,
        passwordHash,
      });
      await addFirstRows(this.inClinic, clinicId, personId);
    } catch (error) {
      if (!(await this.hasClinic().catch(() => false))) this.token = offered;
      throw error;
    }
  }

  private async hasClinic(): Promise<boolean> {
    const rows = await this.auth`select 1 from tandem.clinics limit 1`;
    return rows.length > 0;
  }
}

const noSuchLink = () =>
  refused('not-found', {
    detail:
      'This link sets up nothing any more. Start Tandem again for a new one, or sign in if the clinic is there.',
  });

const isSame = (one: Buffer, other: Buffer) => one.length === other.length && timingSafeEqual(one, other);

/** Rooms and example protocols for a clinic that has none, so that a first session can be planned. */
export async function addFirstRows(inClinic: InClinic, clinicId: string, personId: string): Promise<void> {
  await inClinic(clinicId, async ({ tx }) => {
    const people = await tx.select({ id: memberships.personId }).from(memberships);
    const known = await tx.select({ id: rooms.id }).from(rooms);
    if (known.length > 0 || people.length > 1) return;
    await tx
      .insert(rooms)
      .values([1, 2].map((at) => ({ clinicId, id: randomUUID(), name: `Room ${at}`, position: at })));
    const rows = exampleProtocols.map(({ name, data }) => ({
      clinicId,
      id: randomUUID(),
      name,
      data,
      version: 1,
      createdBy: personId,
    }));
    await tx.insert(protocols).values(rows);
  });
}
