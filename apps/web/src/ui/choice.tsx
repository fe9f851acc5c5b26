import { NativeSelect } from '@mantine/core';

/** One of a few, by a list the platform draws: it works with gloves, a keyboard and a screen reader. */
export function Choice<Value extends string>(props: {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly description?: string;
  readonly error?: string | undefined;
  readonly className?: string | undefined;
  onChange(value: NoInfer<Value>): void;
}) {
  return (
    <NativeSelect
      className={props.className ?? ''}
      label={props.label}
      description={props.description}
      value={props.value}
      error={props.error}
      data={[...props.options]}
      onChange={(event) => props.onChange(event.currentTarget.value as Value)}
    />
  );
}
