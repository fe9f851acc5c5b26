import { Textarea, TextInput } from '@mantine/core';
import { fieldKey, type ProtocolField, type ProtocolPlan } from '@tandem/domain';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { protocolWords } from '../../words/protocol-words.ts';
import classes from './form.module.css';
import { type DraftProblems, emptyHint, type ProtocolDraft, type RowDraft } from './protocol-draft.ts';

const text = protocolWords.form;

/** Where a problem is shown is where the focus goes. */
export const inputId = (key: string) => `protocol ${key}`.replaceAll(/[^\w]+/g, '-');

interface FieldInputProps {
  readonly field: ProtocolField;
  readonly base: ProtocolPlan;
  readonly draft: ProtocolDraft;
  readonly problems: DraftProblems;
  onChange(to: Partial<ProtocolDraft>): void;
}

/** One value as its row of the table says it is typed. */
export function FieldInput({ field, base, draft, problems, onChange }: FieldInputProps) {
  const key = fieldKey(field);
  const { shape } = field;
  const set = (value: string) => onChange({ texts: { [key]: value } });
  const label = field.unit === '' ? field.label : `${field.label}, ${field.unit}`;
  const value = draft.texts[key] ?? '';
  const error = problems[key];
  switch (shape.type) {
    case 'choice': {
      // A mode that an outside program set stays as it is until somebody chooses another.
      const isKnown = shape.options.some((option) => option.value === value);
      const options = isKnown ? shape.options : [...shape.options, { value, label: value }];
      return <Choice label={label} value={value} options={options} error={error} onChange={set} />;
    }
    case 'yes-no':
      return (
        <Choice
          label={label}
          value={value}
          options={[
            { value: 'no', label: text.no },
            { value: 'yes', label: text.yes },
          ]}
          error={error}
          onChange={set}
        />
      );
    case 'rows':
      return <Rows {...{ field, base, draft, problems, onChange }} />;
    case 'text':
      return shape.long ? (
        <Textarea
          id={inputId(key)}
          className={classes.wide ?? ''}
          label={label}
          rows={3}
          error={error}
          value={value}
          onChange={(event) => set(event.currentTarget.value)}
        />
      ) : (
        <TextInput
          id={inputId(key)}
          label={label}
          autoComplete="off"
          error={error}
          value={value}
          onChange={(event) => set(event.currentTarget.value)}
        />
      );
    default:
      return (
        <TextInput
          id={inputId(key)}
          label={label}
          description={shape.type === 'minutes' ? text.minutesHint : emptyHint(field, base)}
          inputMode={shape.type === 'minutes' ? 'text' : 'decimal'}
          autoComplete="off"
          error={error ?? Object.entries(problems).find(([at]) => at.startsWith(`${key}[`))?.[1]}
          value={value}
          onChange={(event) => set(event.currentTarget.value)}
        />
      );
  }
}

function Rows({ field, draft, problems, onChange }: FieldInputProps) {
  const key = fieldKey(field);
  const rows = draft.rows[key] ?? [];
  if (field.shape.type !== 'rows') return null;
  const { columns } = field.shape;
  const put = (to: readonly RowDraft[]) => onChange({ rows: { [key]: to } });
  const cell = (row: RowDraft, column: string, value: string) =>
    put(rows.map((one) => (one === row ? { ...row, cells: { ...row.cells, [column]: value } } : one)));
  const first = Object.fromEntries(columns.map((column) => [column.key, column.options?.[0]?.value ?? '']));
  return (
    <fieldset className={classes.rows}>
      <legend>{field.label}</legend>
      {rows.map((row, at) => (
        <div key={row.key} className={classes.row} data-problem={problems[`${key}[${at}]`] && ''}>
          {columns.map(({ key: column, label, unit, options }) => {
            const place = `${key}[${at}].${column}`;
            const named = unit === '' ? label : `${label}, ${unit}`;
            const value = row.cells[column] ?? '';
            return options === undefined ? (
              <TextInput
                key={column}
                id={inputId(place)}
                label={named}
                inputMode="decimal"
                autoComplete="off"
                error={problems[place]}
                value={value}
                onChange={(event) => cell(row, column, event.currentTarget.value)}
              />
            ) : (
              <Choice
                key={column}
                label={named}
                value={value}
                options={options}
                error={problems[place]}
                onChange={(to) => cell(row, column, to)}
              />
            );
          })}
          <Button
            look="quiet"
            aria-label={text.removeRow(at + 1)}
            onClick={() => put(rows.filter((one) => one !== row))}
          >
            ×
          </Button>
          {problems[`${key}[${at}]`] !== undefined && (
            <p role="alert" className={classes.error}>
              {problems[`${key}[${at}]`]}
            </p>
          )}
        </div>
      ))}
      {problems[key] !== undefined && (
        <p role="alert" className={classes.error}>
          {problems[key]}
        </p>
      )}
      <Button small onClick={() => put([...rows, { key: crypto.randomUUID(), cells: first }])}>
        {text.addRow}
      </Button>
    </fieldset>
  );
}
