import { Textarea } from '@mantine/core';
import { type DataOf, handoverRoles, handoverSummary } from '@tandem/domain';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useNow } from '../../data/clock.ts';
import { usePeopleHere } from '../../data/live-hooks.ts';
import { peopleQuery } from '../../data/queries.ts';
import { Button } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { handoverWords as text } from '../../words/handover-words.ts';
import { lowerFirst, roleWord } from '../../words/in-room.ts';
import panels from '../composer/panels.module.css';
import { PanelForm } from '../panels/panel-form.tsx';
import { useRoom } from '../room-context.ts';
import classes from './handover.module.css';
import { type Receiver, receiversOf } from './receivers.ts';
import { Told } from './told.tsx';

type HandoverRole = DataOf<'handover'>['role'];

/**
 * Hands one's part of the room to somebody else. What is recorded is what stands here: it is read before it is
 * confirmed, and goes on counting while nobody has accepted it.
 */
export function HandoverPanel({ prefill }: { readonly prefill: DataOf<'handover'> | null }) {
  const { me, view, session, record, setTask } = useRoom();
  const roles = handoverRoles.filter((role) => me.roles.includes(role));
  const [role, setRole] = useState<HandoverRole>(
    prefill?.role ?? roles.find((one) => one === me.role) ?? roles[0] ?? 'physician',
  );
  const [chosen, setChosen] = useState<string | null>(prefill?.toId ?? null);
  const [words, setWords] = useState(prefill?.text ?? '');
  const [problem, setProblem] = useState<string | null>(null);
  const people = useQuery(peopleQuery);
  const here = usePeopleHere(session.id);
  const now = useNow(5_000);
  const summary = useMemo(() => handoverSummary(view.expected, now), [view.expected, now]);
  const receivers = receiversOf(
    people.data?.items ?? [],
    role,
    me.person.id,
    new Set(here.filter(({ gone }) => gone !== true).map(({ id }) => id)),
  );
  const to = receivers.find(({ id }) => id === chosen);

  function hand(): void {
    if (to === undefined) {
      setProblem(text.chooseWho);
      return;
    }
    const said = words.trim();
    record({
      kind: 'handover',
      data: {
        fromId: me.person.id,
        toId: to.id,
        toName: to.name,
        role,
        ...(said === '' ? {} : { text: said }),
        summary,
      },
      happenedAtMs: null,
      line: '',
    });
    setTask({ type: 'line' });
  }

  return (
    <PanelForm
      title={text.title}
      record={text.record}
      beside={roles.length === 1 && <span className={classes.as}>{text.as(lowerFirst(roleWord(role)))}</span>}
      problem={problem}
      onRecord={hand}
    >
      {roles.length > 1 && (
        <RadioGroup
          label={text.role}
          value={role}
          options={roles.map((value) => ({ value, label: roleWord(value) }))}
          onChange={setRole}
        />
      )}
      {people.data !== undefined && receivers.length === 0 ? (
        <p className={panels.note}>{text.nobody(lowerFirst(roleWord(role)))}</p>
      ) : (
        <RadioGroup
          label={text.to}
          value={to?.id ?? null}
          options={receivers.map((receiver) => ({ value: receiver.id, label: <Name of={receiver} /> }))}
          onChange={(id) => {
            setChosen(id);
            setProblem(null);
          }}
        />
      )}
      {people.isError && (
        <p className={panels.note}>
          {text.peopleFailed}{' '}
          <Button small onClick={() => void people.refetch()}>
            {text.tryAgain}
          </Button>
        </p>
      )}
      <Told summary={summary} />
      <Textarea
        label={text.sentence}
        description={text.optional}
        rows={2}
        maxLength={2000}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
    </PanelForm>
  );
}

function Name({ of: { name, here } }: { readonly of: Receiver }) {
  return (
    <>
      {name} {here && <small className={classes.here}>{text.here}</small>}
    </>
  );
}
