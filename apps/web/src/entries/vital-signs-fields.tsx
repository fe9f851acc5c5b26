import { TextInput } from '@mantine/core';
import { vitalSignRows } from '@tandem/domain';
import type { FieldsProps } from './entry-view.ts';
import classes from './fields.module.css';

/** One field per row of the catalogue: a new vital sign is on this form without a line here. */
export function VitalSignsFields({ draft, set }: FieldsProps) {
  return (
    <div className={classes.row}>
      {vitalSignRows.map((row) => (
        <TextInput
          key={row.key}
          className={classes.short}
          label={row.unit === '' ? row.short : `${row.short} ${row.unit}`}
          aria-label={row.label}
          inputMode="decimal"
          autoComplete="off"
          value={draft[row.key] ?? ''}
          onChange={(event) => set(row.key, event.currentTarget.value)}
        />
      ))}
    </div>
  );
}
