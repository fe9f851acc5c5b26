import { useId } from 'react';
import classes from './segmented.module.css';

export interface SegmentedProps<Value extends string> {
  /** Name of the choice, for those who cannot see that the buttons belong together. */
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  /** Null: nothing chosen yet. */
  readonly value: Value | null;
  onChange(value: NoInfer<Value>): void;
}

/** One of a few. Radio buttons underneath: arrows move, and each is found by its name. */
export function Segmented<Value extends string>({ label, options, value, onChange }: SegmentedProps<Value>) {
  const name = useId();
  return (
    <fieldset className={classes.group}>
      <legend className="visually-hidden">{label}</legend>
      {options.map((option) => (
        <label key={option.value} className={classes.option}>
          <input
            type="radio"
            className="visually-hidden"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
