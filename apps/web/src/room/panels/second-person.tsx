import { TextInput } from '@mantine/core';
import {
  type DrugKey,
  drugRow,
  formatMg,
  may,
  microgramsFromMg,
  type RouteKey,
  routeCatalog,
} from '@tandem/domain';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { refusedAs } from '../../data/api.ts';
import { againAt, sentenceOf } from '../../data/failure.ts';
import { approve } from '../../data/medicine-calls.ts';
import { peopleQuery } from '../../data/queries.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { words } from '../../words/in-room.ts';
import { medicineWords } from '../../words/medicine-words.ts';
import { useRoom } from '../room-context.ts';
import classes from './second-person.module.css';

const text = medicineWords.second;
const PIN = /^\d{6}$/;

interface SecondPersonProps {
  readonly drug: DrugKey;
  readonly amountMg: number;
  /** Left out for waste, which has no route. */
  readonly route?: RouteKey;
  /** In words where the amount is not one of mg: "Ketamine infusion at 52.5 mg/h". */
  readonly what?: string;
  onApproved(approvalId: string, name: string): void;
  onCancel(): void;
}

/**
 * A second person says yes with their PIN, on this device. A wrong PIN keeps everything else; the server counts the
 * tries. It is no form: it stands inside of one, and Enter in the PIN confirms the PIN and nothing more.
 */
export function SecondPerson(props: SecondPersonProps) {
  const { session, me, zone } = useRoom();
  const people = useQuery(peopleQuery);
  const approvers = (people.data?.items ?? []).filter(
    ({ id, roles }) => id !== me.person.id && roles.some((role) => may(role, 'doses.approve')),
  );
  const [chosen, setChosen] = useState('');
  // One who may is no choice.
  const personId = approvers.length === 1 ? (approvers[0]?.id ?? '') : chosen;
  const name = approvers.find(({ id }) => id === personId)?.name ?? '';
  const [pin, setPin] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const box = useRef<HTMLFieldSetElement>(null);
  const pinInput = useRef<HTMLInputElement>(null);
  const idOf = useApprovalId();
  const titleId = useId();

  const isThere = people.data !== undefined;
  useEffect(() => {
    if (!isThere) return;
    // On a phone the panel scrolls: all of it comes into sight, not its title alone.
    box.current?.scrollIntoView({ block: 'end' });
    const first = box.current?.querySelector<HTMLElement>('select') ?? null;
    (first ?? pinInput.current)?.focus({ preventScroll: true });
  }, [isThere]);

  async function confirm(): Promise<void> {
    if (busy) return;
    const wrong = personId === '' ? text.choose : PIN.test(pin) ? null : text.sixDigits;
    setProblem(wrong);
    if (wrong !== null) return;
    setBusy(true);
    const { drug, amountMg, route } = props;
    const values = { personId, drug, amountMg, ...(route === undefined ? {} : { route }) };
    try {
      const { id } = await approve(session.id, { id: idOf(values), pin, ...values }, me.epoch);
      props.onApproved(id, name);
    } catch (error) {
      const clock = againAt(error, zone);
      setProblem(`${sentenceOf(error)}${clock === null ? '' : ` ${text.lockedUntil(name, clock)}`}`);
      // What was typed is kept where nobody knows whether it was right.
      if (refusedAs(error) !== null) setPin('');
      setBusy(false);
      pinInput.current?.focus();
    }
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
      event.preventDefault();
      event.stopPropagation();
      void confirm();
    }
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      props.onCancel();
    }
  }

  return (
    <fieldset ref={box} className={classes.box} aria-labelledby={titleId} onKeyDown={onKeyDown}>
      <p className={classes.title} id={titleId}>
        <b>{text.title}</b> {text.confirms(props.what ?? whatOf(props))}
      </p>
      {people.isError && (
        <p className={classes.problem}>
          {text.peopleFailed}{' '}
          <Button small onClick={() => void people.refetch()}>
            {words.failed.again}
          </Button>
        </p>
      )}
      {isThere && approvers.length === 0 && <p className={classes.problem}>{text.nobody}</p>}
      <div className={classes.fields}>
        {approvers.length === 1 ? (
          <p className={classes.only}>
            <span>{text.who}</span>
            <b>{name}</b>
          </p>
        ) : (
          <Choice
            className={classes.who}
            label={text.who}
            value={personId}
            options={[
              { value: '', label: '–' },
              ...approvers.map((person) => ({ value: person.id, label: person.name })),
            ]}
            onChange={(next) => {
              setChosen(next);
              setProblem(null);
              setPin('');
              if (next !== '') pinInput.current?.focus();
            }}
          />
        )}
        <TextInput
          ref={pinInput}
          className={classes.pin ?? ''}
          label={text.pin}
          placeholder={text.pinHint}
          type="password"
          inputMode="numeric"
          autoComplete="off"
          maxLength={6}
          value={pin}
          readOnly={busy}
          onChange={(event) => {
            setPin(event.currentTarget.value.replaceAll(/\D/g, ''));
            setProblem(null);
          }}
        />
        <span className={classes.answers}>
          <Button look="main" disabled={busy || approvers.length === 0} onClick={() => void confirm()}>
            {busy ? text.checking : text.confirm}
          </Button>
          <Button look="quiet" onClick={props.onCancel}>
            {text.cancel}
          </Button>
        </span>
      </div>
      <p role="alert" className={classes.problem}>
        {problem}
      </p>
    </fieldset>
  );
}

/** "Ketamine 20 mg IM", "Ketamine 5 mg" where there is no route. */
function whatOf({ drug, amountMg, route }: Pick<SecondPersonProps, 'drug' | 'amountMg' | 'route'>): string {
  const amount = formatMg(microgramsFromMg(amountMg));
  return `${drugRow(drug).label} ${amount}${route === undefined ? '' : ` ${routeCatalog[route].label}`}`;
}

/** One id for one set of values: asked again after an answer that was lost, it is the same approval. */
function useApprovalId(): (values: object) => string {
  const made = useRef({ values: '', id: '' });
  return (values) => {
    const asked = JSON.stringify(values);
    if (made.current.values !== asked) made.current = { values: asked, id: crypto.randomUUID() };
    return made.current.id;
  };
}
