import type { Item } from '@tandem/domain';
import type { Session } from '@tandem/wire';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import { sentenceOf } from '../../data/failure.ts';
import { runningQuery, toSignQuery } from '../../data/queries.ts';
import { recordIn } from '../../data/record.ts';
import { askRemoval } from '../../removal/removal-calls.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { personName } from '../../ui/names.ts';
import { Sentence } from '../../ui/page.tsx';
import { removalWords as text } from '../../words/removal-words.ts';
import { useRoom } from '../room-context.ts';
import { movedData } from './moved-data.ts';
import classes from './panels.module.css';

const nameOf = ({ patient }: Session) => (patient === null ? '' : personName(patient));

/**
 * One flow for what was entered for the wrong client: entered anew for the right one first, so that nothing is lost,
 * then marked entered in error here, then a lead is asked to remove the text.
 */
export function WrongClient({ item, onBack }: { readonly item: Item; onBack(): void }) {
  const { session, record } = useRoom();
  const [target, setTarget] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [moved, setMoved] = useState<Session | null>(null);
  const running = useQuery(runningQuery).data?.items ?? [];
  const ended = useQuery(toSignQuery).data?.items ?? [];
  const others = [...running, ...ended].filter(({ id, patient }) => id !== session.id && patient !== null);
  const { me } = useRoom();
  const data = movedData(item);

  function move(event: FormEvent): void {
    event.preventDefault();
    const chosen = others.find(({ id }) => id === target);
    setProblem(chosen === undefined ? text.chooseNeeded : null);
    if (chosen === undefined || data === null) return;
    const happenedAtMs = Date.parse(item.happenedAt);
    recordIn(chosen.id, { ...data, happenedAtMs, lateReason: text.late, line: '' }, me);
    record({
      kind: 'retraction',
      data: { entryId: item.entry.id, reason: text.reason },
      happenedAtMs: null,
      line: '',
    });
    setMoved(chosen);
  }

  if (data === null) {
    return (
      <>
        <p className={classes.note}>{text.dose}</p>
        <Button look="quiet" onClick={onBack}>
          {text.back}
        </Button>
      </>
    );
  }
  if (moved !== null) return <Progress entryId={item.entry.id} to={moved} onDone={onBack} />;
  return (
    <form className={classes.stack} onSubmit={move}>
      <p className={classes.note}>{text.intro}</p>
      {others.length === 0 ? (
        <p className={classes.note}>{text.none}</p>
      ) : (
        <Choice
          label={text.whose}
          value={target}
          error={problem ?? undefined}
          options={[
            { value: '', label: text.choose },
            ...others.map((one) => ({
              value: one.id,
              label: [nameOf(one), one.room?.name].filter(Boolean).join(' · '),
            })),
          ]}
          onChange={setTarget}
        />
      )}
      <div className={classes.answers}>
        <Button look="quiet" onClick={onBack}>
          {text.back}
        </Button>
        {others.length > 0 && (
          <Button type="submit" look="main">
            {text.move}
          </Button>
        )}
      </div>
    </form>
  );
}

/** Each step once it is known to be done: the removal can be asked for when the server has the mark. */
function Progress(props: { readonly entryId: string; readonly to: Session; onDone(): void }) {
  const { entryId, to, onDone } = props;
  const { session, view, me } = useRoom();
  const position = view.confirmed.index.get(entryId);
  const isRetracted = position !== undefined && view.confirmed.items.at(position)?.retraction !== null;
  const [id] = useState(() => crypto.randomUUID());
  const asking = useMutation({
    mutationFn: () => askRemoval(session.id, { id, entryId, reason: text.reason }, me.epoch),
    retry: 2,
  });
  const { mutate, isIdle } = asking;
  useEffect(() => {
    if (isRetracted && isIdle) mutate();
  }, [isRetracted, isIdle, mutate]);
  const asked = asking.isSuccess ? 'done' : asking.isError ? 'failed' : 'waits';
  const steps = [
    [text.steps.entered(nameOf(to)), 'done'],
    [text.steps.retracted, isRetracted ? 'done' : 'waits'],
    [text.steps.asked, asked],
  ] as const;
  return (
    <div className={classes.stack} role="status">
      <ol className={classes.steps}>
        {steps.map(([what, state]) => (
          <li key={what}>
            {what}: <b>{text.stepState[state]}</b>
          </li>
        ))}
      </ol>
      {asking.error !== null && <Sentence>{sentenceOf(asking.error)}</Sentence>}
      <div className={classes.answers}>
        {asking.isError && <Button onClick={() => asking.mutate()}>{text.again}</Button>}
        <Button look="main" onClick={onDone}>
          {text.done}
        </Button>
      </div>
    </div>
  );
}
