import { type SessionState, type Standing, standing } from '@tandem/domain';

/** Lozenges of which nobody has said yet what became of them. */
export function openLozenges(state: SessionState): Standing<'dose'>[] {
  return standing(state, 'dose').filter(({ data }) => data.route === 'sl' && data.lozenge === undefined);
}
