import { newSessionSchema, type Session, sessionPatchSchema } from '@tandem/wire';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { z } from 'zod';
import { changePlan, planSession } from '../data/calls.ts';
import { serverNowMs } from '../data/clock.ts';
import { fieldOf, sentenceOf } from '../data/failure.ts';
import { checkForm, type FieldProblem } from '../data/form-check.ts';
import { useMe } from '../data/me.ts';
import { sessionQuery } from '../data/queries.ts';
import { personName } from '../ui/names.ts';
import { Page, Sentence } from '../ui/page.tsx';
import { words } from '../words.ts';
import { draftOfSession, emptyPlan, type PlanDraft, planBody } from './plan-draft.ts';
import { PlanForm } from './plan-form.tsx';

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

/** What both pages share: read the draft, check it, send it, show what is wrong. */
function useSaving<Body>(schema: z.ZodType<Body>, send: (body: Body) => Promise<unknown>) {
  const { clinic } = useMe();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [problem, setProblem] = useState<FieldProblem | null>(null);
  const saving = useMutation({
    mutationFn: send,
    onError: (error) => setProblem({ field: fieldOf(error) ?? '', sentence: sentenceOf(error) }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['sessions'] });
      await navigate({ to: '/' });
    },
  });
  function save(draft: PlanDraft, more: object): void {
    const read = planBody(draft, clinic.timeZone);
    const checked = 'problem' in read ? read : checkForm(schema, { ...read.body, ...more }, labels);
    setProblem('problem' in checked ? checked.problem : null);
    if ('value' in checked) saving.mutate(checked.value);
  }
  return {
    problem,
    setProblem,
    clearProblem: () => setProblem(null),
    save,
    saving: saving.isPending,
    leave: () => void navigate({ to: '/' }),
  };
}

export function NewPlanPage() {
  const me = useMe();
  const { client } = useSearch({ from: '/app/sessions/new' });
  const [id] = useState(() => crypto.randomUUID());
  const [first] = useState(() => ({
    ...emptyPlan(serverNowMs(), me.clinic.timeZone, { id: me.person.id, role: me.role }),
    ...(client === undefined ? {} : { patientId: client }),
  }));
  const { problem, setProblem, clearProblem, save, saving, leave } = useSaving(newSessionSchema, (body) =>
    planSession(body, me.epoch),
  );
  return (
    <Page title={text.title} narrow>
      <PlanForm
        first={first}
        fixedClient={false}
        problem={problem}
        saving={saving}
        onLeave={leave}
        onEdit={clearProblem}
        onSave={(draft) =>
          draft.patientId === ''
            ? setProblem({ field: 'patientId', sentence: text.chooseClient })
            : save(draft, {
                id,
                patientId: draft.patientId,
                ...(draft.training ? { origin: 'training' } : {}),
              })
        }
      />
    </Page>
  );
}

export function ChangePlanPage() {
  const { sessionId } = useParams({ from: '/app/sessions/$sessionId/plan' });
  const session = useQuery({ ...sessionQuery(sessionId), staleTime: 0, gcTime: 0 });
  const name = session.data?.patient ? personName(session.data.patient) : undefined;
  return (
    <Page title={text.editTitle} beside={name} narrow>
      {session.error !== null && <Sentence>{sentenceOf(session.error)}</Sentence>}
      {session.data !== undefined && session.data.status !== 'planned' && <Sentence>{text.started}</Sentence>}
      {session.data?.status === 'planned' && <ChangeForm session={session.data} />}
    </Page>
  );
}

function ChangeForm({ session }: { session: Session }) {
  const me = useMe();
  const [id] = useState(() => crypto.randomUUID());
  const [first] = useState(() => draftOfSession(session, me.clinic.timeZone));
  const { problem, clearProblem, save, saving, leave } = useSaving(sessionPatchSchema, (body) =>
    changePlan(session.id, body, me.epoch),
  );
  return (
    <PlanForm
      first={first}
      fixedClient
      problem={problem}
      saving={saving}
      onLeave={leave}
      onEdit={clearProblem}
      onSave={(draft) => save(draft, { id })}
    />
  );
}
