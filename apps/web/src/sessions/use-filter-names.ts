import { useQuery } from '@tanstack/react-query';
import { peopleQuery, protocolsQuery, roomsQuery } from '../data/queries.ts';
import { dayWords } from '../ui/names.ts';
import { words } from '../words/list-pages.ts';
import type { FilterKey, Filters } from './filters.ts';

type IdKey = 'protocolId' | 'roomId' | 'personId';
interface Option {
  readonly value: string;
  readonly label: string;
}

export interface Named {
  readonly labels: Readonly<Record<IdKey, string>>;
  readonly options: Readonly<Record<IdKey, readonly Option[]>>;
  /** "Client or MRN: Rivera", as a filter that is set is called. */
  wordsOf(filters: Filters, key: FilterKey): string;
}

const text = words.past;
const labels = { protocolId: text.protocol, roomId: text.room, personId: text.person };

/** What ids of the filters are called here. Until a list has come, its filter offers "any" alone. */
export function useFilterNames(): Named {
  const protocols = useQuery(protocolsQuery);
  const rooms = useQuery(roomsQuery);
  const people = useQuery(peopleQuery);
  const options = {
    protocolId: byLabel(
      (protocols.data?.items ?? []).map(({ id, name, version }) => ({
        value: id,
        label: text.version(name, version),
      })),
    ),
    roomId: (rooms.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
    personId: byLabel((people.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))),
  };
  return {
    labels,
    options,
    wordsOf(filters, key) {
      if (key === 'text') return text.filter(text.client, filters.text.trim());
      if (key === 'status') return text.filter(text.status, text.statuses[filters.status]);
      if (key === 'period') return text.filter(text.period, periodWords(filters));
      const named = options[key].find(({ value }) => value === filters[key]);
      return text.filter(labels[key], named?.label ?? '');
    },
  };
}

function periodWords({ period, from, to }: Filters): string {
  if (period !== 'between') return text.periods[period];
  if (from === '') return to === '' ? text.any : text.until(dayWords(to));
  return to === '' ? text.since(dayWords(from)) : text.between(dayWords(from), dayWords(to));
}

function byLabel(options: readonly Option[]): Option[] {
  return options.toSorted((a, b) => a.label.localeCompare(b.label));
}
