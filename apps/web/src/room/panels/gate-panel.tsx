import { type CheckKey, checklistSchema, type DataOf, firstIssue, gateOf } from '@tandem/domain';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { lastingAnswersQuery } from '../../clients/client-calls.ts';
import { gateWords as text } from '../../words/gate-words.ts';
import { useRoom } from '../room-context.ts';
import classes from './gate.module.css';
import { answerOf, type GateDraft, type GateDrafts, type LastAnswer } from './gate-answers.ts';
import { GateRowFields } from './gate-row.tsx';
import { PanelForm } from './panel-form.tsx';

/**
 * The list before the first dose: rows that hold it first. Nothing of today is answered beforehand; what lasts comes
 * with its date and author, to confirm. One Record stores everything that was answered.
 */
export function GatePanel({ prefill }: { prefill: DataOf<'checklist'> | null }) {
  const { view, session, may, setTask, record } = useRoom();
  const [drafts, setDrafts] = useState<GateDrafts>(() => draftsOf(prefill));
  const [problem, setProblem] = useState<string | null>(null);
  const patientId = session.patient?.id ?? null;
  const lasting = useQuery({ ...lastingAnswersQuery(patientId ?? ''), enabled: patientId !== null });
  const lastOf = new Map<string, LastAnswer>((lasting.data?.items ?? []).map((item) => [item.item, item]));
  const rows = gateOf(view.expected);
  const holding = rows.filter(
    ({ row, mode, blocks }) => mode === 'block' && holds(blocks, drafts[row.key]),
  ).length;
  const set = (key: CheckKey, draft: GateDraft) => {
    setDrafts((before) => ({ ...before, [key]: { ...before[key], ...draft } }));
    setProblem(null);
  };

  /** Every row that was answered, or the sentence that says what is missing. */
  function dataOf(): DataOf<'checklist'> | string {
    const answers = [];
    for (const { row } of rows) {
      const draft = drafts[row.key];
      if (draft?.result === undefined) continue;
      const answer = answerOf(row, draft);
      if ('sentence' in answer) return `${row.statement}: ${answer.sentence}`;
      answers.push(answer.answer);
    }
    if (answers.length === 0) return text.nothing;
    const parsed = checklistSchema.safeParse({ answers });
    return parsed.success ? parsed.data : firstIssue(parsed.error).sentence;
  }

  function save(): void {
    const data = dataOf();
    if (typeof data === 'string') {
      setProblem(data);
      return;
    }
    record({ kind: 'checklist', data, happenedAtMs: null, line: '' });
    setTask({ type: 'line' });
  }

  return (
    <PanelForm
      title={text.title}
      standing={holding === 0 ? text.nothingHolds : text.holds(holding)}
      problem={problem}
      onRecord={save}
    >
      <ul className={classes.rows}>
        {rows.map((gate) => (
          <li key={gate.row.key}>
            <GateRowFields
              gate={gate}
              draft={drafts[gate.row.key] ?? {}}
              last={lastOf.get(gate.row.key) ?? null}
              consents={gate.row.key === 'consent' ? (lasting.data?.consents ?? []) : []}
              mayOverride={may('doses.override')}
              onChange={(draft) => set(gate.row.key, draft)}
            />
          </li>
        ))}
      </ul>
    </PanelForm>
  );
}

/** Would this row hold a first dose once what was answered here is recorded? */
function holds(blocks: boolean, draft: GateDraft | undefined): boolean {
  if (draft?.result === undefined) return blocks;
  return draft.result === 'not-fulfilled' && (draft.overrideReason ?? '').trim() === '';
}

/** What a refused checklist held, to be put right. */
function draftsOf(prefill: DataOf<'checklist'> | null): GateDrafts {
  return Object.fromEntries(
    (prefill?.answers ?? []).map(({ item, weightKg, ...answer }) => [
      item,
      { ...answer, ...(weightKg === undefined ? {} : { weight: String(weightKg), unit: 'kg' as const }) },
    ]),
  );
}
