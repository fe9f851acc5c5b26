import { TextInput } from '@mantine/core';
import { type CheckIn, type CheckInStep, checkInSteps, checkIns } from '@tandem/domain';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { serverNowMs, useNow } from '../data/clock.ts';
import { sentenceOf } from '../data/failure.ts';
import { useMe } from '../data/me.ts';
import { peopleQuery } from '../data/queries.ts';
import { clockOf, dayOf, instantAt } from '../data/zone.ts';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { Actions } from '../ui/dialog.tsx';
import { Sentence } from '../ui/page.tsx';
import { courseWords } from '../words/course-words.ts';
import classes from './course.module.css';
import { DayAndTime } from './day-and-time.tsx';
import { Part, type PartProps, useWhen } from './parts.tsx';
import { useAdd } from './use-course.ts';

const text = courseWords.checkIns;

/** Somebody asks how it goes on, six times in three months: by whom, when, and what came of it. */
export function CheckIns({ course, state }: PartProps) {
  const [planning, setPlanning] = useState(false);
  const all = checkIns(state);
  return (
    <Part
      title={text.title}
      action={
        course.mayWrite &&
        !planning && (
          <Button small onClick={() => setPlanning(true)}>
            {text.plan}
          </Button>
        )
      }
    >
      {planning && <Plan course={course} onClose={() => setPlanning(false)} />}
      {all.length === 0 && !planning && <p className={classes.quiet}>{text.none}</p>}
      <ul className={classes.rows}>
        {all.map((one) => (
          <Row key={one.id} one={one} course={course} />
        ))}
      </ul>
    </Part>
  );
}

function Row({ one, course }: { readonly one: CheckIn; readonly course: PartProps['course'] }) {
  const when = useWhen();
  const now = useNow(60_000);
  const [asking, setAsking] = useState<'done' | 'missed' | 'moved' | null>(null);
  const { data, dueMs, outcome, moves } = one;
  const late = outcome === null && now > dueMs;
  return (
    <li className={classes.checkIn} data-late={late || undefined} data-state={outcome?.how}>
      <div>
        <p>
          <strong>{checkInSteps[data.step].label}</strong>{' '}
          {outcome === null
            ? late
              ? text.overdue(when(dueMs))
              : text.due(when(dueMs))
            : `${text.states[outcome.how]}, ${when(outcome.at)}`}
        </p>
        <p className={classes.quiet}>
          {[data.owner.name, data.deputy?.name].filter((name) => name !== undefined).join(', ')}
          {moves > 0 && ` · ${text.moved(moves)}`}
        </p>
        {outcome?.text != null && <p>{outcome.text}</p>}
      </div>
      {outcome === null && course.mayWrite && asking === null && (
        <span className={classes.buttons}>
          <Button small onClick={() => setAsking('done')}>
            {text.done}
          </Button>
          <Button small look="quiet" onClick={() => setAsking('missed')}>
            {text.missed}
          </Button>
          <Button small look="quiet" onClick={() => setAsking('moved')}>
            {text.move}
          </Button>
        </span>
      )}
      {asking !== null && <Outcome one={one} how={asking} course={course} onClose={() => setAsking(null)} />}
    </li>
  );
}

function Outcome(props: {
  readonly one: CheckIn;
  readonly how: 'done' | 'missed' | 'moved';
  readonly course: PartProps['course'];
  onClose(): void;
}) {
  const { one, how, course, onClose } = props;
  const { timeZone } = useMe().clinic;
  const [said, setSaid] = useState('');
  const [day, setDay] = useState(() => dayOf(Math.max(one.dueMs, serverNowMs()) + 86_400_000, timeZone));
  const [clock, setClock] = useState(() => clockOf(one.dueMs, timeZone));
  const add = useAdd(course, onClose);
  const movedMs = how === 'moved' ? instantAt(day, clock, timeZone) : null;
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        const movedTo = movedMs === null ? {} : { movedTo: new Date(movedMs).toISOString() };
        const words = said.trim() === '' ? {} : { text: said.trim() };
        add.mutate({
          kind: 'check-in-outcome',
          data: { checkInId: one.id, outcome: how, ...movedTo, ...words },
        });
      }}
    >
      {how === 'moved' && (
        <div className={classes.planRow}>
          <DayAndTime label={text.to} day={day} clock={clock} onDay={setDay} onClock={setClock} />
        </div>
      )}
      <TextInput
        label={text.words}
        maxLength={2000}
        value={said}
        onChange={(e) => setSaid(e.currentTarget.value)}
      />
      {add.error !== null && <Sentence>{sentenceOf(add.error)}</Sentence>}
      <Actions>
        <Button onClick={onClose}>{courseWords.back}</Button>
        <Button type="submit" look="main" disabled={(how === 'moved' && movedMs === null) || add.isPending}>
          {how === 'moved' ? text.move : text[how]}
        </Button>
      </Actions>
    </form>
  );
}

function Plan({ course, onClose }: { readonly course: PartProps['course']; onClose(): void }) {
  const me = useMe();
  const { timeZone } = me.clinic;
  const people = useQuery(peopleQuery).data?.items ?? [];
  const [day, setDay] = useState(() => dayOf(serverNowMs(), timeZone));
  const [clock, setClock] = useState('10:00');
  const [ownerId, setOwner] = useState(me.person.id);
  const [deputyId, setDeputy] = useState('');
  const [ids] = useState(() => Object.keys(checkInSteps).map(() => crypto.randomUUID()));
  const [happenedAt] = useState(() => new Date(serverNowMs()).toISOString());
  const fromMs = instantAt(day, clock, timeZone);
  const plan = useMutation({
    mutationFn: async () => {
      if (fromMs === null) return;
      await course.send(
        (Object.keys(checkInSteps) as CheckInStep[]).map((step, at) => ({
          id: ids[at] as string,
          kind: 'check-in' as const,
          happenedAt,
          data: {
            step,
            dueAt: new Date(fromMs + checkInSteps[step].hours * 3_600_000).toISOString(),
            // By whom is said by id alone: the server knows the name.
            owner: { id: ownerId },
            ...(deputyId === '' ? {} : { deputy: { id: deputyId } }),
          },
        })),
      );
    },
    onSuccess: onClose,
  });
  const choices = people.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        plan.mutate();
      }}
    >
      <div className={classes.planRow}>
        <DayAndTime label={text.from} day={day} clock={clock} onDay={setDay} onClock={setClock} />
        <Choice label={text.owner} options={choices} value={ownerId} onChange={setOwner} />
        <Choice
          label={text.deputy}
          options={[{ value: '', label: text.nobody }, ...choices.filter(({ value }) => value !== ownerId)]}
          value={deputyId}
          onChange={setDeputy}
        />
      </div>
      {plan.error !== null && <Sentence>{sentenceOf(plan.error)}</Sentence>}
      <Actions>
        <Button onClick={onClose}>{courseWords.back}</Button>
        <Button type="submit" look="main" disabled={fromMs === null || plan.isPending}>
          {text.plan}
        </Button>
      </Actions>
    </form>
  );
}
