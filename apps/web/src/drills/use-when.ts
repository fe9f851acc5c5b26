import { useMe } from '../data/me.ts';
import { clockOf, dayOf } from '../data/zone.ts';
import { dayWords } from '../ui/names.ts';

/** "28-Nov-2026 10:31", by the clinic's clock. */
export function useWhen(): (at: string) => string {
  const { clinic } = useMe();
  return (at) => {
    const ms = Date.parse(at);
    return `${dayWords(dayOf(ms, clinic.timeZone))} ${clockOf(ms, clinic.timeZone)}`;
  };
}
