import { newSessionSchema } from '@tandem/wire';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { serverNowMs } from '../data/clock.ts';
import { useMe } from '../data/me.ts';
import { dayOf } from '../data/zone.ts';
import { Page } from '../ui/page.tsx';
import { words } from '../words/list-pages.ts';
import { planSession } from './plan-calls.ts';
import { emptyPlan, type PlanDraft } from './plan-draft.ts';
import { PlanForm } from './plan-form.tsx';
import { countOf, type RepeatDraft, repeatProblem } from './repeat.ts';
import { seriesOf } from './series.ts';
import { SeriesPanel } from './series-panel.tsx';
import { useSaving } from './use-saving.ts';
import { useSeries } from './use-series.ts';

const text = words.plan;

export function NewPlanPage() {
  const me = useMe();
  const zone = me.clinic.timeZone;
  const navigate = useNavigate();
  const { client, at, room, back } = useSearch({ from: '/app/sessions/new' });
  const [id] = useState(() => crypto.randomUUID());
  const [first] = useState(() => ({
    ...emptyPlan(
      serverNowMs(),
      zone,
      { id: me.person.id, role: me.role },
      {
        ...(at === undefined ? {} : { atMs: Date.parse(at) }),
        ...(room === undefined ? {} : { roomId: room }),
      },
    ),
    ...(client === undefined ? {} : { patientId: client }),
  }));
  // The form as it was sent, should somebody come back to it.
  const [sent, setSent] = useState({ draft: first, repeat: undefined as RepeatDraft | undefined });
  const series = useSeries();
  /** Where it began: Today, or a day; and then the day that was planned for. */
  const leave = (day: string | undefined = back) =>
    back === undefined || day === undefined
      ? navigate({ to: '/' })
      : navigate({ to: '/day/{-$date}', params: { date: day } });
  const { problem, setProblem, save, saving } = useSaving({
    schema: newSessionSchema,
    send: (body) => planSession(body, me.epoch),
    onSaved: (body) => leave(dayOf(Date.parse(body.plannedAt), zone)),
  });

  function saveDraft(draft: PlanDraft, repeat: RepeatDraft): void {
    const { patientId } = draft;
    const wrong =
      patientId === '' ? { field: 'patientId', sentence: text.chooseClient } : repeatProblem(repeat);
    const more = { patientId, ...(draft.training ? { origin: 'training' } : {}) };
    if (wrong !== null) setProblem(wrong);
    else if (countOf(repeat) === 1) save(draft, { ...more, id });
    else saveSeries(draft, repeat, more);
  }

  function saveSeries(draft: PlanDraft, repeat: RepeatDraft, more: object): void {
    const planned = seriesOf(draft, repeat, more, zone);
    setProblem('problem' in planned ? planned.problem : null);
    if ('problem' in planned) return;
    setSent({ draft, repeat });
    series.start(planned.steps);
  }

  return (
    <Page title={text.title} narrow={series.run !== null}>
      {series.run === null ? (
        <PlanForm
          first={sent.draft}
          firstRepeat={sent.repeat}
          sessionId={null}
          problem={problem}
          saving={saving}
          onLeave={() => void leave()}
          onEdit={() => setProblem(null)}
          onSave={saveDraft}
        />
      ) : (
        <SeriesPanel
          run={series.run}
          onAgain={series.again}
          onUndo={series.undo}
          onChange={series.forget}
          onDone={() => void leave()}
        />
      )}
    </Page>
  );
}
