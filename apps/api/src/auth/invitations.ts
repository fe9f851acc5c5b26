import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { formatInstant, type Refusal, type Role, refuse } from '@tandem/domain';
import type { Invitation, MadeInvitation, NewInvitation } from '@tandem/wire';
import { and, asc, eq, isNotNull, type SQL, sql } from 'drizzle-orm';
import type { Sql } from 'postgres';
import { recordAct } from '../audit/record.ts';
import type { ClinicScope, InClinic } from '../db/clinic-scope.ts';
import { clinics, invitations, memberships } from '../db/schema.ts';
import { refused } from '../refusal-error.ts';
import type { Login } from './login.ts';
import { hashPassword, takeAccount } from './people.ts';

/** Long enough for a weekend; the admin hands the link over and can renew it. */
const GOOD_FOR = sql`clock_timestamp() + interval '72 hours'`;

const newToken = () => randomBytes(32).toString('base64url');
/** 256 random bits need no salt and no slow hash. */
const hashOf = (token: string) => createHash('sha256').update(token).digest();
const byId = (scope: ClinicScope, id: string): SQL =>
  and(scope.own(invitations.clinicId), eq(invitations.id, id)) as SQL;

/** One answer for a link that never was, was used, was withdrawn or renewed, or is too old. */
const noSuchLink = () =>
  refused('not-found', {
    field: 'token',
    detail:
      'This link leads to no invitation, or it was used, or it is over 72 hours old. Ask for a new one.',
  });

/** Those that nobody has accepted and nobody has withdrawn, also when they are too old. */
export async function openInvitations(scope: ClinicScope): Promise<Invitation[]> {
  return (await read(scope, isNotNull(invitations.tokenHash))).map(({ createdBy: _, ...shown }) => shown);
}

/**
 * A new one, or the same sent again, which gives it another link: the answer with the first one may be lost.
 * @throws person-known when the email is of somebody of this clinic; entry-id-reused
 */
export async function invite(
  scope: ClinicScope,
  auth: Sql,
  login: Login,
  wanted: NewInvitation,
): Promise<MadeInvitation & { readonly isNew: boolean }> {
  const { id, name, roles } = wanted;
  const email = wanted.email.toLowerCase();
  const [known] = await read(scope, eq(invitations.id, id));
  if (known !== undefined) {
    const same = known.email === email && known.name === name && known.roles.join() === roles.join();
    if (!same || known.createdBy !== login.personId) throw refused('entry-id-reused', { field: 'id' });
    return { ...(await renew(scope, login, id)), isNew: false };
  }
  if (await isOfClinic(scope, auth, email)) throw refused('person-known', { field: 'email' });
  const token = newToken();
  await scope.tx.insert(invitations).values({
    clinicId: scope.clinicId,
    id,
    email,
    name,
    roles: [...roles],
    tokenHash: hashOf(token),
    expiresAt: GOOD_FOR as unknown as Date,
    createdBy: login.personId,
  });
  await recordAct(scope, login, { action: 'invitation.make', targetId: id });
  return { ...(await served(scope, id)), token, isNew: true };
}

/** Another link and another 72 hours; the link before leads nowhere from now on. */
export async function renew(scope: ClinicScope, login: Login, id: string): Promise<MadeInvitation> {
  const token = newToken();
  const renewed = await scope.tx
    .update(invitations)
    .set({ tokenHash: hashOf(token), expiresAt: GOOD_FOR })
    .where(and(byId(scope, id), isNotNull(invitations.tokenHash)))
    .returning({ id: invitations.id });
  if (renewed.length === 0) throw refused('not-found');
  await recordAct(scope, login, { action: 'invitation.renew', targetId: id });
  return { ...(await served(scope, id)), token };
}

/** Its link leads nowhere from now on. Sent again it is done already. */
export async function withdraw(scope: ClinicScope, login: Login, id: string): Promise<void> {
  const withdrawn = await scope.tx
    .update(invitations)
    .set({ tokenHash: null, withdrawnAt: sql`clock_timestamp()` })
    .where(and(byId(scope, id), isNotNull(invitations.tokenHash)))
    .returning({ id: invitations.id });
  if (withdrawn.length > 0) {
    await recordAct(scope, login, { action: 'invitation.withdraw', targetId: id });
    return;
  }
  const [done] = await scope.tx
    .select({ at: invitations.withdrawnAt })
    .from(invitations)
    .where(byId(scope, id));
  if (done?.at == null) throw refused('not-found');
}

/** What the holder of a link is invited to. */
export interface OpenInvitation {
  readonly clinicId: string;
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly clinicName: string;
}

/** @throws not-found, the same for every link that leads nowhere */
export async function invitationOf(auth: Sql, inClinic: InClinic, token: string): Promise<OpenInvitation> {
  const [found] = await auth<{ clinicId: string; id: string }[]>`
    select clinic_id "clinicId", id from tandem.invitations
    where token_hash = ${hashOf(token)} and expires_at > clock_timestamp()`;
  if (found === undefined) throw noSuchLink();
  return inClinic(found.clinicId, async (scope) => {
    const [row] = await scope.tx
      .select({
        name: invitations.name,
        email: invitations.email,
        roles: invitations.roles,
        clinicName: clinics.name,
      })
      .from(invitations)
      .innerJoin(clinics, eq(clinics.id, invitations.clinicId))
      .where(byId(scope, found.id));
    if (row === undefined) throw noSuchLink();
    return { ...found, ...row };
  });
}

/**
 * Makes the login and the person's place in the clinic. The row of the invitation is held meanwhile: of two who use
 * one link, one gets in. A crash between the two parts leaves a login that can sign in to nothing and a link that is
 * still good, whose next use sets that login's password.
 * @throws not-found as above; email-in-use when this email signs in elsewhere
 */
export async function accept(
  auth: Sql,
  inClinic: InClinic,
  { clinicId, id, email, name, roles }: OpenInvitation,
  token: string,
  password: string,
): Promise<void> {
  const passwordHash = await hashPassword(password);
  const refusal = await inClinic(clinicId, async (scope): Promise<Refusal | null> => {
    const [held] = await scope.tx
      .select({ id: invitations.id })
      .from(invitations)
      .where(
        and(
          byId(scope, id),
          eq(invitations.tokenHash, hashOf(token)),
          sql`${invitations.expiresAt} > clock_timestamp()`,
        ),
      )
      .for('update');
    if (held === undefined) throw noSuchLink();
    const personId = await takeAccount(auth, { email, name, passwordHash, id: randomUUID() });
    if (personId === null) return refuse('email-in-use');
    await scope.tx.insert(memberships).values({ clinicId, personId, name, roles: [...roles] });
    await scope.tx
      .update(invitations)
      .set({ tokenHash: null, acceptedAt: sql`clock_timestamp()`, acceptedBy: personId })
      .where(byId(scope, id));
    const author = { personId, role: roles[0] } as Login;
    await recordAct(scope, author, { action: 'invitation.accept', targetId: id });
    return null;
  });
  if (refusal !== null) throw refused(refusal.refused);
}

async function isOfClinic(scope: ClinicScope, auth: Sql, email: string): Promise<boolean> {
  const [user] = await auth<{ id: string }[]>`select id from auth.users where email = ${email}`;
  if (user === undefined) return false;
  const rows = await scope.tx
    .select({ id: memberships.personId })
    .from(memberships)
    .where(and(scope.own(memberships.clinicId), eq(memberships.personId, user.id)));
  return rows.length > 0;
}

async function served(scope: ClinicScope, id: string): Promise<Invitation> {
  const [row] = await read(scope, eq(invitations.id, id));
  if (row === undefined) throw refused('not-found');
  const { createdBy: _, ...shown } = row;
  return shown;
}

async function read(scope: ClinicScope, which: SQL): Promise<(Invitation & { createdBy: string })[]> {
  const rows = await scope.tx
    .select({
      id: invitations.id,
      name: invitations.name,
      email: invitations.email,
      roles: invitations.roles,
      expiresAt: invitations.expiresAt,
      createdBy: invitations.createdBy,
      invitedBy: memberships.name,
      isExpired: sql<boolean>`${invitations.expiresAt} <= clock_timestamp()`,
    })
    .from(invitations)
    .innerJoin(
      memberships,
      and(eq(memberships.clinicId, invitations.clinicId), eq(memberships.personId, invitations.createdBy)),
    )
    .where(and(scope.own(invitations.clinicId), which))
    .orderBy(asc(invitations.name), asc(invitations.id));
  return rows.map(({ expiresAt, ...row }) => ({ ...row, expiresAt: formatInstant(expiresAt.getTime()) }));
}
