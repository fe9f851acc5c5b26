import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import { fieldOf, sentenceOf } from '../data/failure.ts';
import { checkForm, type FieldProblem } from '../data/form-check.ts';
import { useMe } from '../data/me.ts';
import { words } from '../words/list-pages.ts';
import { type PlanDraft, planBody } from './plan-draft.ts';

const text = words.plan;
const labels = {
  patientId: text.client,
  protocolId: text.protocol,
  plannedAt: text.time,
  durationMinutes: text.duration,
  weightKg: text.weight,
  roomId: text.room,
  people: text.team,
  plannedDoses: text.doses,
};

/** Reads the draft into what the call takes, or names the field that cannot be read. */
export function checkedPlan<Body>(
  schema: z.ZodType<Body>,
  draft: PlanDraft,
  more: object,
  zone: string,
): { readonly value: Body } | { readonly problem: FieldProblem } {
  const read = planBody(draft, zone);
  return 'problem' in read ? read : checkForm(schema, { ...read.body, ...more }, labels);
}

/** What a new plan and a changed one share: read the draft, check it, send it, show what is wrong. */
export function useSaving<Body>(options: {
  readonly schema: z.ZodType<Body>;
  send(body: Body): Promise<unknown>;
  onSaved(body: Body): Promise<void>;
}) {
  const { clinic } = useMe();
  const queryClient = useQueryClient();
  const [problem, setProblem] = useState<FieldProblem | null>(null);
  const saving = useMutation({
    mutationFn: options.send,
    onError: (error) => setProblem({ field: fieldOf(error) ?? '', sentence: sentenceOf(error) }),
    onSuccess: async (_, body) => {
      await queryClient.invalidateQueries({ queryKey: ['sessions'] });
      await options.onSaved(body);
    },
  });
  function save(draft: PlanDraft, more: object): void {
    const checked = checkedPlan(options.schema, draft, more, clinic.timeZone);
    setProblem('problem' in checked ? checked.problem : null);
    if ('value' in checked) saving.mutate(checked.value);
  }
  return { problem, setProblem, save, saving: saving.isPending };
}
