import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { RefObject } from 'react';
import { KeyCaps } from '../keys/key-caps.tsx';
import { FilterChip } from '../ui/filter-chip.tsx';
import { words } from '../words/list-pages.ts';
import classes from './filter-row.module.css';
import { type Filters, type PeriodChoice, type StatusChoice, without } from './filters.ts';
import type { Named } from './use-filter-names.ts';

const text = words.past;
const entriesOf = <Key extends string>(names: Readonly<Record<Key, string>>, order: readonly Key[]) =>
  order.map((value) => ({ value, label: names[value] }));

const statusOptions = entriesOf<StatusChoice>(text.statuses, [
  'past',
  'ended',
  'signed',
  'cancelled',
  'in-progress',
  'planned',
  'any',
]);
const periodOptions = entriesOf<PeriodChoice>(text.periods, ['any', '7', '30', '90', '365', 'between']);

/** Everything the list can be narrowed by, in one row; each filter that is set can be taken away where it stands. */
export function FilterRow(props: {
  readonly filters: Filters;
  readonly named: Named;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly keysOn: boolean;
  onChange(filters: Filters): void;
}) {
  const { filters, named, onChange } = props;
  const set = (change: Partial<Filters>) => onChange({ ...filters, ...change });
  const clear = (key: Parameters<typeof without>[1]) => () => onChange(without(filters, key));
  return (
    <search className={classes.row} aria-label={text.filters}>
      <TextInput
        ref={props.field}
        className={classes.text ?? ''}
        type="search"
        aria-label={text.find}
        placeholder={text.find}
        autoComplete="off"
        maxLength={100}
        leftSection={<IconSearch size={18} stroke={1.8} aria-hidden />}
        rightSection={props.keysOn && filters.text === '' ? <KeyCaps id="filter" /> : undefined}
        value={filters.text}
        onChange={(event) => set({ text: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
      <FilterChip
        label={text.period}
        value={filters.period}
        options={periodOptions}
        isSet={filters.period !== 'any'}
        onChange={(period) => set({ period })}
        onClear={clear('period')}
      />
      {filters.period === 'between' && <Days filters={filters} onChange={set} />}
      <FilterChip
        label={text.status}
        value={filters.status}
        options={statusOptions}
        isSet={filters.status !== 'past'}
        onChange={(status) => set({ status })}
        onClear={clear('status')}
      />
      {(['protocolId', 'roomId', 'personId'] as const).map((key) => (
        <FilterChip
          key={key}
          label={named.labels[key]}
          value={filters[key]}
          options={[{ value: '', label: text.any }, ...named.options[key]]}
          isSet={filters[key] !== ''}
          onChange={(value) => set({ [key]: value })}
          onClear={clear(key)}
        />
      ))}
    </search>
  );
}

function Days({ filters, onChange }: { filters: Filters; onChange(change: Partial<Filters>): void }) {
  return (
    <span className={classes.days}>
      {(['from', 'to'] as const).map((key) => (
        <input
          key={key}
          type="date"
          aria-label={text[key]}
          className={classes.day}
          value={filters[key]}
          onChange={(event) => onChange({ [key]: event.currentTarget.value })}
        />
      ))}
    </span>
  );
}
