import { TextInput } from '@mantine/core';
import { words } from '../../words/in-room.ts';
import classes from '../panels/panels.module.css';
import type { When } from './use-when.ts';

/** The time, and why it is late once that is asked. */
export function WhenField({ when, label }: { readonly when: When; readonly label: string }) {
  return (
    <>
      <TextInput
        className={classes.short ?? ''}
        label={label}
        autoComplete="off"
        value={when.clock}
        onChange={(event) => when.setClock(event.currentTarget.value)}
      />
      {when.lateReason !== null && (
        <TextInput
          className={classes.wide ?? ''}
          label={words.line.whyLate}
          autoComplete="off"
          maxLength={500}
          value={when.lateReason}
          onChange={(event) => when.setLateReason(event.currentTarget.value)}
        />
      )}
    </>
  );
}
