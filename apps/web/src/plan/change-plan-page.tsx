import { type Session, sessionPatchSchema } from '@tandem/wire';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { changePlan } from '../data/calls.ts';
import { sentenceOf } from '../data/failure.ts';
import { useMe } from '../data/me.ts';
import { sessionQuery } from '../data/queries.ts';
import { personName } from '../ui/names.ts';
import { Page, Sentence } from '../ui/page.tsx';
import { words } from '../words/list-pages.ts';
import { draftOfSession, emptied, type PlanDraft } from './plan-draft.ts';
import { PlanForm } from './plan-form.tsx';
import { useSaving } from './use-saving.ts';

const text = words.plan;

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
  const navigate = useNavigate();
  const leave = () => navigate({ to: '/' });
  const [id] = useState(() => crypto.randomUUID());
  const [first] = useState(() => draftOfSession(session, me.clinic.timeZone));
  const { problem, setProblem, save, saving } = useSaving({
    schema: sessionPatchSchema,
    send: (body) => changePlan(session.id, body, me.epoch),
    onSaved: leave,
  });
  function saveDraft(draft: PlanDraft): void {
    const gone = emptied(first, draft);
    if (gone === null) save(draft, { id });
    else setProblem(gone);
  }
  return (
    <PlanForm
      first={first}
      sessionId={session.id}
      problem={problem}
      saving={saving}
      onLeave={() => void leave()}
      onEdit={() => setProblem(null)}
      onSave={saveDraft}
    />
  );
}
