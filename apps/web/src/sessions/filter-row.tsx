import { TextInput } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconBookmark, IconSearch } from '@tabler/icons-react';
import { type RefObject, useState } from 'react';
import { KeyCaps } from '../keys/key-caps.tsx';
import { Button, IconButton } from '../ui/button.tsx';
import { FilterChip } from '../ui/filter-chip.tsx';
import { pastWords as text } from '../words/past-words.ts';
import classes from './filter-row.module.css';
import { type Filters, noFilters, type PeriodChoice, without } from './filters.ts';
import type { ChoiceKey, Named } from './use-filter-names.ts';

const periods: readonly PeriodChoice[] = ['any', '7', '30', '90', '365', 'between'];
const always: readonly ChoiceKey[] = ['personId', 'route', 'notices', 'status'];
const rare: readonly ChoiceKey[] = ['protocolId', 'roomId', 'outside', 'grade'];

/** Everything the list can be narrowed by, in one row; each filter that is set can be taken away where it stands. */
export function FilterRow(props: {
  readonly filters: Filters;
  readonly named: Named;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly keysOn: boolean;
  /** How many wait for a signature; null until it is known. */
  readonly toSign: number | null;
  /** Null where what is set is a saved view already, or nothing is set. */
  readonly save: (() => void) | null;
  onChange(filters: Filters): void;
}) {
  const { filters, named, toSign, onChange } = props;
  const [more, setMore] = useState(false);
  const set = (change: Partial<Filters>) => onChange({ ...filters, ...change });
  const isSet = (key: ChoiceKey) => filters[key] !== noFilters[key];
  const shown = [...always, ...rare.filter((key) => more || isSet(key))];
  return (
    <search className={classes.row} aria-label={text.filters} data-more={more || undefined}>
      <TextInput
        ref={props.field}
        className={classes.text ?? ''}
        type="search"
        aria-label={text.find}
        title={text.findKept}
        placeholder={text.find}
        autoComplete="off"
        maxLength={100}
        leftSection={<IconSearch size={18} stroke={1.8} aria-hidden />}
        rightSection={props.keysOn && filters.text === '' ? <KeyCaps id="filter" /> : undefined}
        value={filters.text}
        onChange={(event) => set({ text: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          // It leaves the field. Of itself the browser would empty a field for searching as well.
          event.preventDefault();
          event.currentTarget.blur();
        }}
      />
      <FilterChip
        label={text.period}
        value={filters.period}
        options={periods.map((value) => ({ value, label: text.periods[value] }))}
        isSet={filters.period !== 'any'}
        onChange={(period) => set({ period })}
        onClear={() => onChange(without(filters, 'period'))}
      />
      {filters.period === 'between' && <Days filters={filters} onChange={set} />}
      {shown.map((key) => (
        <span key={key} className={isSet(key) ? undefined : classes.spare}>
          <FilterChip
            label={named.labels[key]}
            value={filters[key] as string}
            options={named.options[key]}
            isSet={isSet(key)}
            onChange={(value) => set({ [key]: value })}
            onClear={() => onChange(without(filters, key))}
          />
        </span>
      ))}
      {toSign !== null && toSign > 0 && filters.status !== 'ended' && (
        <Button onClick={() => set({ status: 'ended' })}>{text.toSign(toSign)}</Button>
      )}
      <Button
        look="quiet"
        aria-expanded={more}
        aria-label={more ? text.fewerName : text.moreName}
        onClick={() => setMore(!more)}
      >
        <IconAdjustmentsHorizontal size={18} stroke={1.8} aria-hidden />
        {more ? text.fewer : text.more}
      </Button>
      {props.save !== null && (
        <IconButton aria-label={text.saveView} onClick={props.save}>
          <IconBookmark size={20} stroke={1.8} aria-hidden />
        </IconButton>
      )}
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
