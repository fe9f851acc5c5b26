import { IconChevronDown, IconX } from '@tabler/icons-react';
import { words } from '../words/list-pages.ts';
import classes from './filter-chip.module.css';

/** A choice that says its name and what is chosen; drawn by the platform, so it works with gloves and by keyboard. */
export function FilterChip<Value extends string>(props: {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly isSet: boolean;
  onChange(value: NoInfer<Value>): void;
  onClear(): void;
}) {
  const { label, value, options, isSet } = props;
  const chosen = options.find((option) => option.value === value)?.label ?? '';
  return (
    <span className={classes.chip} data-set={isSet || undefined}>
      <label className={classes.choice}>
        <span>{label}</span>
        <select value={value} onChange={(event) => props.onChange(event.currentTarget.value as Value)}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        {!isSet && <IconChevronDown size={16} stroke={1.8} aria-hidden />}
      </label>
      {isSet && (
        <button
          type="button"
          className={classes.clear}
          aria-label={words.past.clear(words.past.filter(label, chosen))}
          title={words.past.clear(words.past.filter(label, chosen))}
          onClick={props.onClear}
        >
          <IconX size={16} stroke={2} aria-hidden />
        </button>
      )}
    </span>
  );
}
