import { routeCatalog, routeKeys } from '@tandem/domain';
import { useQuery } from '@tanstack/react-query';
import { peopleQuery, protocolsQuery, roomsQuery } from '../data/queries.ts';
import { dayWords } from '../ui/names.ts';
import { pastWords as text } from '../words/past-words.ts';
import type { FilterKey, Filters } from './filters.ts';

export type ChoiceKey = Exclude<FilterKey, 'text' | 'period'>;
interface Option {
  readonly value: string;
  readonly label: string;
}

export interface Named {
  readonly labels: Readonly<Record<ChoiceKey, string>>;
  readonly options: Readonly<Record<ChoiceKey, readonly Option[]>>;
  /** "Notices: High", as a filter that is set is called. */
  wordsOf(filters: Filters, key: FilterKey): string;
}

// Read when they are drawn: another language is laid over after this file is loaded.
const labelsNow = (): Named['labels'] => ({
  status: text.status,
  protocolId: text.protocol,
  roomId: text.room,
  personId: text.person,
  route: text.route,
  notices: text.notices,
  outside: text.outside,
  grade: text.grade,
});

const optionsOf = (names: Readonly<Record<string, string>>): Option[] =>
  Object.entries(names).map(([value, label]) => ({ value, label }));
const anyFirst = (options: readonly Option[]): Option[] => [{ value: '', label: text.any }, ...options];

const fixedNow = () => ({
  status: (['past', 'ended', 'signed', 'cancelled', 'in-progress', 'planned', 'any'] as const).map(
    (value) => ({
      value,
      label: text.statuses[value],
    }),
  ),
  route: anyFirst(routeKeys.map((value) => ({ value, label: routeCatalog[value].label }))),
  notices: optionsOf(text.noticeChoices),
  outside: optionsOf(text.outsideChoices),
  grade: (['any', '1', '2', '3', '4', '5'] as const).map((value) => ({
    value,
    label: text.gradeChoices[value],
  })),
});

/** What ids of the filters are called here. Until a list has come, its filter offers "any" alone. */
export function useFilterNames(ownId: string): Named {
  const protocols = useQuery(protocolsQuery);
  const rooms = useQuery(roomsQuery);
  const people = useQuery(peopleQuery);
  const others = (people.data?.items ?? []).filter(({ id }) => id !== ownId);
  const labels = labelsNow();
  const options: Named['options'] = {
    ...fixedNow(),
    protocolId: anyFirst(
      byLabel(
        (protocols.data?.items ?? []).map(({ id, name, version }) => ({
          value: id,
          label: text.version(name, version),
        })),
      ),
    ),
    roomId: anyFirst((rooms.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))),
    personId: anyFirst([
      { value: ownId, label: text.onlyMe },
      ...byLabel(others.map(({ id, name }) => ({ value: id, label: name }))),
    ]),
  };
  return {
    labels,
    options,
    wordsOf(filters, key) {
      if (key === 'text') return text.filter(text.client, filters.text.trim());
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
