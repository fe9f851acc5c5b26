import type { RouteKey } from '@tandem/domain';
import type { Protocol } from '@tandem/wire';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { patientsQuery } from '../clients/client-calls.ts';
import type { FieldProblem } from '../data/form-check.ts';
import { isConfirmed, protocolsInForce } from '../data/protocols-in-force.ts';
import { peopleQuery, protocolsQuery, roomsQuery } from '../data/queries.ts';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { Actions } from '../ui/dialog.tsx';
import form from '../ui/form.module.css';
import { Sentence } from '../ui/page.tsx';
import { words } from '../words/list-pages.ts';
import { ClientPicker } from './client-picker.tsx';
import { DoseRows } from './dose-rows.tsx';
import { PlanConflicts } from './plan-conflicts.tsx';
import type { PlanDraft } from './plan-draft.ts';
import classes from './plan-form.module.css';
import { changedRepeat, countOf, once, type RepeatDraft } from './repeat.ts';
import { RepeatRows } from './repeat-rows.tsx';
import { TeamRows } from './team-rows.tsx';
import { WhenRow } from './when-row.tsx';

const text = words.plan;
const marked = [
  'patientId',
  'plannedAt',
  'durationMinutes',
  'weightKg',
  'roomId',
  'plannedDoses',
  'repeatCount',
  'repeatEvery',
];

export interface PlanFormProps {
  readonly first: PlanDraft;
  readonly firstRepeat?: RepeatDraft | undefined;
  /** Of the session whose plan is changed; null for a new one. */
  readonly sessionId: string | null;
  readonly problem: FieldProblem | null;
  readonly saving: boolean;
  onSave(draft: PlanDraft, repeat: RepeatDraft): void;
  onLeave(): void;
  /** Something was changed: what was marked may be right now. */
  onEdit(): void;
}

export function PlanForm(props: PlanFormProps) {
  const { first, sessionId, problem, saving, onSave, onLeave, onEdit } = props;
  // Another client is another session; a series is planned once, and each of its sessions changed by itself.
  const isNew = sessionId === null;
  const patients = useQuery(patientsQuery).data?.items ?? [];
  const protocols = useQuery(protocolsQuery).data?.items;
  const rooms = useQuery(roomsQuery).data?.items ?? [];
  const people = useQuery(peopleQuery).data?.items ?? [];
  const [edited, setDraft] = useState(first);
  const [repeat, setRepeat] = useState(props.firstRepeat ?? once);
  const set = (change: Partial<PlanDraft>) => {
    setDraft((now) => ({ ...now, ...change }));
    onEdit();
  };
  const offered = protocolsInForce(protocols ?? [], first.protocolId);
  const draft = { ...edited, protocolId: edited.protocolId || (offered[0]?.id ?? '') };
  const protocol = protocols?.find(({ id }) => id === draft.protocolId);
  const errorAt = (field: string) => (problem?.field === field ? problem.sentence : undefined);

  function submit(event: FormEvent): void {
    event.preventDefault();
    onSave(draft, repeat);
  }

  return (
    <form className={isNew ? classes.beside : undefined} onSubmit={submit} noValidate>
      {isNew && (
        <div className={`${form.form} ${classes.who}`}>
          <ClientPicker
            patients={patients}
            value={draft.patientId}
            error={errorAt('patientId')}
            onChange={(patientId) => set({ patientId })}
          />
        </div>
      )}
      <div className={form.form}>
        {protocols?.length === 0 && <Sentence>{text.noProtocol}</Sentence>}
        <div className={form.row}>
          <Choice
            label={text.protocol}
            value={draft.protocolId}
            options={offered.map((one) => ({ value: one.id, label: protocolLabel(one, offered) }))}
            onChange={(protocolId) => set({ protocolId })}
          />
          <Choice
            label={text.room}
            error={errorAt('roomId')}
            value={draft.roomId}
            options={[
              { value: '', label: text.noRoom },
              ...rooms.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(roomId) => set({ roomId })}
          />
        </div>
        <WhenRow
          draft={draft}
          errorAt={errorAt}
          onChange={(change) => {
            set(change);
            // Days that were set by hand belonged to the old first day.
            if (change.date !== undefined) setRepeat((now) => ({ ...now, byHand: {} }));
          }}
        />
        {isNew && (
          <RepeatRows
            draft={draft}
            repeat={repeat}
            errorAt={errorAt}
            onChange={(change) => {
              setRepeat((now) => changedRepeat(now, change));
              onEdit();
            }}
          />
        )}
        {countOf(repeat) === 1 && <PlanConflicts draft={draft} sessionId={sessionId} />}
        <TeamRows people={people} team={draft.team} onChange={(team) => set({ team })} />
        <DoseRows
          doses={draft.doses}
          route={(protocol?.data.route as RouteKey | undefined) ?? 'im'}
          error={errorAt('plannedDoses')}
          onChange={(doses) => set({ doses })}
        />
        {isNew && (
          <label className={form.option}>
            <input
              type="checkbox"
              checked={draft.training}
              onChange={(event) => set({ training: event.currentTarget.checked })}
            />
            {text.training}
          </label>
        )}
        {problem !== null && !marked.includes(problem.field) && <Sentence>{problem.sentence}</Sentence>}
        <Actions>
          <Button onClick={onLeave}>{words.steps.back}</Button>
          <Button type="submit" look="main" disabled={saving}>
            {isNew ? saveWords(countOf(repeat)) : text.saveEdit}
          </Button>
        </Actions>
      </div>
    </form>
  );
}

function saveWords(count: number): string {
  return count === 1 ? text.save : words.repeat.save(count);
}

/** With its version where two of one name are offered: what the plan has, and what is in force now. */
function protocolLabel(one: Protocol, offered: readonly Protocol[]): string {
  const twice = offered.filter(({ name }) => name === one.name).length > 1;
  const name = twice ? words.past.version(one.name, one.version) : one.name;
  return isConfirmed(one) ? name : `${name} (${text.unconfirmed})`;
}
