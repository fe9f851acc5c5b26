import type { Role } from '../roles.ts';
import type { SessionState } from './state.ts';

/** Physician and therapist sign their parts when they were on the team; a physician always does. */
export function signaturesNeeded(state: SessionState): Role[] {
  const team = state.pins?.team ?? [];
  return team.some((member) => member.role === 'therapist') ? ['physician', 'therapist'] : ['physician'];
}

export interface MissingPart {
  readonly role: Role;
  /** Who was on the team for it; none when nobody was planned. */
  readonly people: readonly { readonly id: string; readonly name: string }[];
}

/** Parts that are not signed yet, in the order in which they are asked for. */
export function partsMissing(state: SessionState): MissingPart[] {
  const team = state.pins?.team ?? [];
  return signaturesNeeded(state)
    .filter((role) => !state.signatures.some(({ author }) => author.role === role))
    .map((role) => ({
      role,
      people: team.filter((member) => member.role === role).map(({ personId: id, name }) => ({ id, name })),
    }));
}
