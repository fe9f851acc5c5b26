import { TextInput } from '@mantine/core';
import { IconCheck, IconCircleDashed } from '@tabler/icons-react';
import { type ChecklistAnswer, checkRow, type DischargeItem, dischargeOf } from '@tandem/domain';
import { useEffect, useMemo, useRef, useState } from 'react';
import { SafetyOpen } from '../../course/safety-open.tsx';
import { useNow } from '../../data/clock.ts';
import { keysOf } from '../../keys/use-keys.ts';
import { Button } from '../../ui/button.tsx';
import { goingHomeWords } from '../../words/going-home-words.ts';
import panels from '../composer/panels.module.css';
import panel from '../panels/panels.module.css';
import { useRoom } from '../room-context.ts';
import classes from './discharge.module.css';
import { HomeSheet } from './home-sheet.tsx';

const text = goingHomeWords.ready;

/** What going home asks for, unmet first, with the fact of each. It lists; a person decides. */
export function DischargePanel() {
  const { view, setTask, record, session } = useRoom();
  const now = useNow(5_000);
  const { ready, items, missing } = useMemo(() => dischargeOf(view.expected, now), [view.expected, now]);
  const [sheet, setSheet] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const next = useRef<string | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const back = () => setTask({ type: 'line' });
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  // An answered row moves down: the keyboard goes on to the one that came next.
  useEffect(() => {
    if (next.current === null) return;
    const row = list.current?.querySelector<HTMLElement>(`[data-row="${next.current}"] button`);
    next.current = null;
    (row ?? heading.current)?.focus();
  });

  function answer(one: ChecklistAnswer): void {
    const at = items.findIndex(({ key }) => key === one.item);
    next.current = items[at + 1]?.key ?? items[0]?.key ?? null;
    record({ kind: 'checklist', data: { answers: [one] }, happenedAtMs: null, line: '' });
  }

  return (
    <section
      className={`${panels.panel} ${panel.panel}`}
      aria-label={text.title}
      onKeyDown={keysOf({ leave: back })}
    >
      <div className={panel.head}>
        <h2 ref={heading} tabIndex={-1} className={`${panel.title} ${classes.title}`}>
          {text.title}
        </h2>
        <p aria-live="polite" className={classes.state}>
          {ready ? text.complete : text.missing(missing.length)}
        </p>
      </div>
      <div className={classes.safety}>
        <SafetyOpen patientId={session.patient?.id} />
      </div>
      <ul ref={list} className={`${panel.fields} ${classes.list}`}>
        {items.map((item) => (
          <Row key={item.key} item={item} onAnswer={answer} />
        ))}
      </ul>
      <div className={panel.foot}>
        <span className={panel.answers}>
          <Button look="quiet" onClick={back}>
            {text.back}
          </Button>
          <Button onClick={() => setSheet(true)}>{text.sheet}</Button>
        </span>
      </div>
      {sheet && <HomeSheet onClose={() => setSheet(false)} />}
    </section>
  );
}

type Asking = 'person' | 'reason' | null;

function Row({ item, onAnswer }: { item: DischargeItem; onAnswer(answer: ChecklistAnswer): void }) {
  const { may } = useRoom();
  const [asking, setAsking] = useState<Asking>(null);
  const mayOverride = may('doses.override');
  const { key, statement, met, fact, needs, answer, asked, overridable } = item;
  const { physician, asks } = checkRow(key);
  const mayAnswer = asked && (physician !== true || mayOverride);
  const give = (result: ChecklistAnswer['result'], more: Partial<ChecklistAnswer> = {}) => {
    setAsking(null);
    onAnswer({ item: key, result, ...more });
  };
  const Icon = met ? IconCheck : IconCircleDashed;
  return (
    <li className={classes.row} data-row={key} data-met={met || undefined}>
      <Icon size={20} stroke={1.8} aria-label={met ? text.met : text.unmet} />
      <div className={classes.what}>
        <p className={classes.statement}>{statement}</p>
        <p className={classes.fact}>
          {fact}
          {needs !== null && !asked && `. ${text.needs(needs)}`}
        </p>
        {!met && <Limit item={item} mayOverride={mayOverride} physician={physician === true} />}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would announce a form group for a row of answers */}
      <span role="group" aria-label={statement} className={classes.answers}>
        {mayAnswer && (
          <>
            <Button
              small
              aria-pressed={answer?.result === 'fulfilled'}
              onClick={() => (asks === 'person' ? setAsking('person') : give('fulfilled'))}
            >
              {text.yes}
            </Button>
            <Button
              small
              aria-pressed={answer?.result === 'not-fulfilled'}
              onClick={() => give('not-fulfilled')}
            >
              {text.no}
            </Button>
            {physician !== true && (
              <Button
                small
                aria-pressed={answer?.result === 'not-applicable'}
                onClick={() => give('not-applicable')}
              >
                {text.notApplicable}
              </Button>
            )}
          </>
        )}
        {!met && overridable && mayOverride && (
          <Button small look="quiet" onClick={() => setAsking('reason')}>
            {text.goOn}
          </Button>
        )}
      </span>
      {asking === 'person' && (
        <Ask
          labels={[text.name, text.phone]}
          onLeave={() => setAsking(null)}
          onDone={([person = '', phone = '']) =>
            give('fulfilled', { ...(person !== '' && { person }), ...(phone !== '' && { phone }) })
          }
        />
      )}
      {asking === 'reason' && (
        <Ask
          labels={[text.reason]}
          needed
          onLeave={() => setAsking(null)}
          onDone={([overrideReason = '']) => give('not-fulfilled', { overrideReason })}
        />
      )}
    </li>
  );
}

/** Who may say more, in words: a button that is not there explains nothing. */
function Limit(props: { item: DischargeItem; mayOverride: boolean; physician: boolean }) {
  const { asked, overridable } = props.item;
  const said = !overridable
    ? text.never
    : props.mayOverride
      ? null
      : props.physician
        ? text.physicianOnly
        : asked
          ? null
          : text.orPhysician;
  return said === null ? null : <p className={classes.fact}>{said}</p>;
}

function Ask(props: {
  readonly labels: readonly string[];
  readonly needed?: boolean;
  onDone(values: readonly string[]): void;
  onLeave(): void;
}) {
  const [values, setValues] = useState(props.labels.map(() => ''));
  const empty = props.needed === true && values[0]?.trim() === '';
  return (
    <form
      className={classes.ask}
      onKeyDown={keysOf({ leave: props.onLeave })}
      onSubmit={(event) => {
        event.preventDefault();
        if (!empty) props.onDone(values.map((value) => value.trim()));
      }}
    >
      {props.labels.map((label, at) => (
        <TextInput
          key={label}
          label={label}
          autoFocus={at === 0}
          autoComplete="off"
          maxLength={label === text.phone ? 40 : 120}
          value={values[at] ?? ''}
          onChange={(event) => setValues(values.with(at, event.currentTarget.value))}
        />
      ))}
      <Button small look="quiet" onClick={props.onLeave}>
        {text.back}
      </Button>
      <Button small type="submit" look="main" disabled={empty}>
        {text.record}
      </Button>
    </form>
  );
}
