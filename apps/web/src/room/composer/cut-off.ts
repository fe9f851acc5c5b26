import type { Currency } from '../../data/currency.ts';
import type { ConnectionState } from '../../data/socket-states.ts';
import type { Room } from '../room-context.ts';

/**
 * Nothing on this screen is known to be current. A room that was only just opened is waited for, as long as it is
 * loading: no sentence flashes at every visit.
 */
export function isCutOff(
  asOf: Room['asOf'],
  currency: Currency['type'],
  connection: ConnectionState,
): boolean {
  if (asOf !== 'never') return asOf !== null;
  if (currency === 'not-current') return true;
  if (connection.type === 'connecting') return connection.attempt > 0;
  return connection.type === 'waiting-to-retry' || connection.type === 'stopped';
}
