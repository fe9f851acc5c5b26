import { TextInput } from '@mantine/core';
import type { Answered, GateRow } from '@tandem/domain';
import type { Consent } from '@tandem/wire';
import { clockOf, dayOf } from '../../data/zone.ts';
import { Button } from '../../ui/button.tsx';
import { dayWords } from '../../ui/names.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { gateWords as text } from '../../words/gate-words.ts';
import { useRoom } from '../room-context.ts';
import classes from './gate.module.css';
import { type GateDraft, type LastAnswer, otherUnit } from './gate-answers.ts';

const results = () =>
  [
    { value: 'fulfilled', label: text.yes },
    { value: 'not-fulfilled', label: text.no },
    { value: 'not-applicable', label: text.notHere },
  ] as const;

/** One row: its statement, how it stands, the three answers, and what the row asks besides. */
export function GateRowFields(props: {
  readonly gate: GateRow;
  readonly draft: GateDraft;
  readonly last: LastAnswer | null;
  readonly consents: readonly Pick<Consent, 'id' | 'form' | 'version' | 'expiresOn'>[];
  readonly mayOverride: boolean;
  onChange(draft: GateDraft): void;
}) {
  const { gate, draft, last, consents, onChange } = props;
  const { row, mode, answer } = gate;
  const shown = draft.result ?? answer?.result ?? null;
  return (
    <div className={classes.row} data-mode={mode} data-settled={gate.settled || undefined}>
      <div className={classes.statement}>
        <span>{row.statement}</span>
        {mode === 'block' && <small className={classes.blocks}>{text.blocks}</small>}
        {answer !== null && <Standing answer={answer} />}
        {answer === null && last !== null && draft.result === undefined && (
          <span className={classes.last}>
            <Last last={last} />
            <Button
              look="quiet"
              small
              onClick={() => onChange({ result: last.result, note: last.note ?? '' })}
            >
              {text.confirm}
            </Button>
          </span>
        )}
        {consents.map(({ id, form, version, expiresOn }) => (
          <small key={id}>
            {text.consent(form, version, expiresOn === null ? null : dayWords(expiresOn))}
          </small>
        ))}
      </div>
      <Segmented
        label={row.statement}
        options={results()}
        value={shown as never}
        onChange={(result) => onChange({ result })}
      />
      {row.asks === 'weight' && shown === 'fulfilled' && <WeightFields draft={draft} onChange={onChange} />}
      {row.asks === 'person' && shown === 'fulfilled' && (
        <div className={classes.more}>
          <Field
            label={text.person}
            value={draft.person ?? ''}
            onChange={(person) => onChange({ ...again(draft, shown), person })}
          />
          <Field
            label={text.phone}
            value={draft.phone ?? ''}
            onChange={(phone) => onChange({ ...again(draft, shown), phone })}
          />
        </div>
      )}
      {shown === 'not-fulfilled' && (
        <div className={classes.more}>
          {props.mayOverride ? (
            <Field
              label={text.override}
              value={draft.overrideReason ?? ''}
              onChange={(overrideReason) => onChange({ ...again(draft, shown), overrideReason })}
            />
          ) : (
            mode === 'block' && <small className={classes.hint}>{text.physicianOverrides}</small>
          )}
        </div>
      )}
    </div>
  );
}

/** More to an answer that stands already is the answer given again. */
function again({ result }: GateDraft, shown: GateDraft['result']): GateDraft {
  return { result: result ?? shown };
}

function Standing({ answer }: { answer: Answered }) {
  const { zone } = useRoom();
  const words = [answer.by, clockOf(Date.parse(answer.at), zone), answer.person, answer.phone, answer.note];
  const kg = answer.weightKg === undefined ? null : text.weighed(answer.weightKg);
  const reason = answer.overrideReason === undefined ? null : text.goesOn(answer.overrideReason);
  return (
    <small>{[...words, kg, reason].filter((word) => word !== undefined && word !== null).join(' · ')}</small>
  );
}

function Last({ last }: { last: LastAnswer }) {
  const { zone } = useRoom();
  const day = dayWords(dayOf(Date.parse(last.at), zone));
  return <small>{text.last(text.results[last.result], day, last.by)}</small>;
}

function WeightFields({ draft, onChange }: { draft: GateDraft; onChange(draft: GateDraft): void }) {
  const unit = draft.unit ?? 'kg';
  const other = otherUnit(draft);
  const set = (more: GateDraft) => onChange({ result: 'fulfilled', ...more });
  return (
    <div className={classes.more}>
      <Field
        label={text.weight(unit)}
        decimal
        value={draft.weight ?? ''}
        onChange={(weight) => set({ weight })}
      />
      <Segmented
        label={text.unit}
        options={[
          { value: 'kg', label: 'kg' },
          { value: 'lb', label: 'lb' },
        ]}
        value={unit}
        onChange={(next) => set({ unit: next })}
      />
      <output className={classes.other}>{other === null ? '' : text.is(other)}</output>
    </div>
  );
}

function Field(props: {
  readonly label: string;
  readonly value: string;
  readonly decimal?: boolean;
  onChange(value: string): void;
}) {
  return (
    <TextInput
      className={props.decimal === true ? (classes.short ?? '') : (classes.wide ?? '')}
      label={props.label}
      inputMode={props.decimal === true ? 'decimal' : 'text'}
      autoComplete="off"
      maxLength={props.decimal === true ? 12 : 500}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}
