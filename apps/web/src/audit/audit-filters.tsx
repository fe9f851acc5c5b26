import { type AuditGroup, auditGroupKeys } from '@tandem/domain';
import type { AuditFilter, Person } from '@tandem/wire';
import { Button } from '../ui/button.tsx';
import { FilterChip } from '../ui/filter-chip.tsx';
import { auditWords as text } from '../words/audit-words.ts';
import classes from './audit.module.css';

const ANY = 'any';
const outcomes = ['any', 'done', 'denied', 'other'] as const;

/** Everything the audit can be narrowed by, in one row. */
export function AuditFilters(props: {
  readonly filter: AuditFilter;
  readonly people: readonly Person[];
  readonly today: string;
  onChange(filter: AuditFilter): void;
}) {
  const { filter, people, today, onChange } = props;
  const set = (change: Partial<AuditFilter>) => onChange(cleaned({ ...filter, ...change }));
  const [group] = filter.groups ?? [];
  return (
    <search className={classes.filters} aria-label={text.title}>
      {(['from', 'to'] as const).map((end) => (
        <label key={end} className={classes.day}>
          {text[end]}
          <input
            type="date"
            max={today}
            value={filter[end] ?? ''}
            onChange={({ currentTarget: { value } }) => set({ [end]: value === '' ? undefined : value })}
          />
        </label>
      ))}
      {people.length > 0 && (
        <FilterChip
          label={text.person}
          value={filter.personId ?? ANY}
          options={[
            { value: ANY, label: text.anybody },
            ...people.map(({ id: value, name }) => ({ value, label: name })),
          ]}
          isSet={filter.personId !== undefined}
          onChange={(value) => set({ personId: value === ANY ? undefined : value })}
          onClear={() => set({ personId: undefined })}
        />
      )}
      <FilterChip
        label={text.group}
        value={group ?? ANY}
        options={[
          { value: ANY, label: text.any },
          ...auditGroupKeys.map((value) => ({ value, label: text.groups[value] })),
        ]}
        isSet={group !== undefined}
        onChange={(value) => set({ groups: value === ANY ? undefined : [value as AuditGroup] })}
        onClear={() => set({ groups: undefined })}
      />
      <FilterChip
        label={text.outcome}
        value={filter.outcome ?? ANY}
        options={outcomes.map((value) => ({ value, label: text.outcomes[value] }))}
        isSet={filter.outcome !== undefined}
        onChange={(value) => set({ outcome: value === ANY ? undefined : value })}
        onClear={() => set({ outcome: undefined })}
      />
      {Object.keys(filter).length > 0 && (
        <Button look="quiet" onClick={() => onChange({})}>
          {text.clear}
        </Button>
      )}
    </search>
  );
}

/** Without what is not set: the same filter is then the same question. */
function cleaned(filter: AuditFilter): AuditFilter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as AuditFilter;
}
