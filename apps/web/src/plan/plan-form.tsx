import { TextInput } from '@mantine/core';
import type { RouteKey } from '@tandem/domain';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { FieldProblem } from '../data/form-check.ts';
import { useMe } from '../data/me.ts';
import { patientsQuery, peopleQuery, protocolsQuery, roomsQuery } from '../data/queries.ts';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { Actions } from '../ui/dialog.tsx';
import form from '../ui/form.module.css';
import { dayWords } from '../ui/names.ts';
import { Sentence } from '../ui/page.tsx';
import { words } from '../words.ts';
import { ClientPicker } from './client-picker.tsx';
import { DoseRows } from './dose-rows.tsx';
import type { PlanDraft } from './plan-draft.ts';
import { TeamRows } from './team-rows.tsx';

const text = words.plan;
const marked = ['patientId', 'plannedAt', 'durationMinutes', 'weightKg', 'plannedDoses'];

export interface PlanFormProps {
  readonly first: PlanDraft;
  /** The client of a plan does not change: another client is another session. */
  readonly fixedClient: boolean;
  readonly problem: FieldProblem | null;
  readonly saving: boolean;
  onSave(draft: PlanDraft): void;
  onLeave(): void;
  /** Something was changed: what was marked may be right now. */
  onEdit(): void;
}

export function PlanForm({ first, fixedClient, problem, saving, onSave, onLeave, onEdit }: PlanFormProps) {
  const { clinic } = useMe();
  const patients = useQuery(patientsQuery).data?.items ?? [];
  const protocols = useQuery(protocolsQuery).data?.items;
  const rooms = useQuery(roomsQuery).data?.items ?? [];
  const people = useQuery(peopleQuery).data?.items ?? [];
  const [edited, setDraft] = useState(first);
  const set = (change: Partial<PlanDraft>) => {
    setDraft((now) => ({ ...now, ...change }));
    onEdit();
  };
  const draft = { ...edited, protocolId: edited.protocolId || (protocols?.[0]?.id ?? '') };
  const protocol = protocols?.find(({ id }) => id === draft.protocolId);
  const errorAt = (field: string) => (problem?.field === field ? problem.sentence : undefined);

  function submit(event: FormEvent): void {
    event.preventDefault();
    onSave(draft);
  }

  return (
    <form className={form.form} onSubmit={submit} noValidate>
      {!fixedClient && (
        <ClientPicker
          patients={patients}
          value={draft.patientId}
          error={errorAt('patientId')}
          onChange={(patientId) => set({ patientId })}
        />
      )}
      {protocols?.length === 0 && <Sentence>{text.noProtocol}</Sentence>}
      <div className={form.row}>
        <Choice
          label={text.protocol}
          value={draft.protocolId}
          options={(protocols ?? []).map(({ id, name, confirmedAt }) => ({
            value: id,
            label: confirmedAt === null ? `${name} (${text.unconfirmed})` : name,
          }))}
          onChange={(protocolId) => set({ protocolId })}
        />
        <Choice
          label={text.room}
          value={draft.roomId}
          options={[
            { value: '', label: text.noRoom },
            ...rooms.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(roomId) => set({ roomId })}
        />
      </div>
      <div className={form.row}>
        <TextInput
          label={text.date}
          description={draft.date === '' ? text.clinicTime(clinic.timeZone) : dayWords(draft.date)}
          type="date"
          value={draft.date}
          onChange={(event) => set({ date: event.currentTarget.value })}
        />
        <TextInput
          label={text.time}
          description={text.timeHint}
          autoComplete="off"
          error={errorAt('plannedAt')}
          value={draft.time}
          onChange={(event) => set({ time: event.currentTarget.value })}
        />
        <TextInput
          label={text.duration}
          description={text.durationHint}
          inputMode="numeric"
          autoComplete="off"
          error={errorAt('durationMinutes')}
          value={draft.minutes}
          onChange={(event) => set({ minutes: event.currentTarget.value })}
        />
        <TextInput
          label={text.weight}
          description={text.weightHint}
          inputMode="decimal"
          autoComplete="off"
          error={errorAt('weightKg')}
          value={draft.weight}
          onChange={(event) => set({ weight: event.currentTarget.value })}
        />
      </div>
      <TeamRows people={people} team={draft.team} onChange={(team) => set({ team })} />
      <DoseRows
        doses={draft.doses}
        route={(protocol?.data.route as RouteKey | undefined) ?? 'im'}
        error={errorAt('plannedDoses')}
        onChange={(doses) => set({ doses })}
      />
      {!fixedClient && (
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
          {fixedClient ? text.saveEdit : text.save}
        </Button>
      </Actions>
    </form>
  );
}
