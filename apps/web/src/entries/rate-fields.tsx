import { TextInput } from '@mantine/core';
import { words } from '../words/in-room.ts';
import type { FieldsProps } from './entry-view.ts';
import classes from './fields.module.css';

export function RateFields({ draft, set }: FieldsProps) {
  return (
    <TextInput
      className={classes.short}
      label={words.dose.rate}
      inputMode="decimal"
      autoComplete="off"
      value={draft.rateMgPerHour ?? ''}
      onChange={(event) => set('rateMgPerHour', event.currentTarget.value)}
    />
  );
}
