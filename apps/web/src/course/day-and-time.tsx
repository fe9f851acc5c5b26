import { TextInput } from '@mantine/core';
import { courseWords } from '../words/course-words.ts';

/** A day and a time of the clinic, as two fields of the row they stand in. */
export function DayAndTime(props: {
  readonly label: string;
  readonly day: string;
  readonly clock: string;
  onDay(day: string): void;
  onClock(clock: string): void;
}) {
  return (
    <>
      <TextInput
        label={props.label}
        type="date"
        value={props.day}
        onChange={(event) => props.onDay(event.currentTarget.value)}
      />
      <TextInput
        label={courseWords.plan.when}
        type="time"
        value={props.clock}
        onChange={(event) => props.onClock(event.currentTarget.value)}
      />
    </>
  );
}
