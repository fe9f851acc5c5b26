import { type ReactNode, useId } from 'react';
import form from './form.module.css';

/** One of a few that should all be read before choosing. */
export function RadioGroup<Value extends string>(props: {
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly label: ReactNode }[];
  readonly value: Value | null;
  readonly wide?: boolean;
  onChange(value: NoInfer<Value>): void;
}) {
  const name = useId();
  return (
    <fieldset className={form.group}>
      <legend className={form.legend}>{props.label}</legend>
      <div className={form.options}>
        {props.options.map((option) => (
          <label key={option.value} className={`${form.option} ${props.wide === true ? form.wide : ''}`}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === props.value}
              onChange={() => props.onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
