import { TextInput } from '@mantine/core';
import { drugLabel, formatMg, microgramsFromMg, routeCatalog, weightGrams } from '@tandem/domain';
import { useEffect, useMemo, useRef, useState } from 'react';
import { serverNowMs, toServerMs, useNow } from '../../data/clock.ts';
import { record } from '../../data/record.ts';
import { clockOf } from '../../data/zone.ts';
import { KeyCaps } from '../../keys/key-caps.tsx';
import { keysOf } from '../../keys/use-keys.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { words } from '../../words.ts';
import { type TypedDose, useRoom } from '../room-context.ts';
import { factsOf, sameAmount } from './dose-facts.ts';
import { FactList } from './fact-list.tsx';
import { HoldButton } from './hold-button.tsx';
import classes from './read-back.module.css';

const text = words.dose;
type Given = 'about-to-give' | 'already-given';

export interface DoseReadBackProps {
  readonly typed: TypedDose;
  /** Recorded; `entryId` can be undone for a while. */
  onRecorded(entryId: string, amount: string): void;
  onBack(): void;
}

/**
 * Read back, then hold: nothing here is a default and Enter alone does nothing. Each fact stands beside its
 * limit; the person decides.
 */
export function DoseReadBack({ typed, onRecorded, onBack }: DoseReadBackProps) {
  const { me, may, view, zone, clientName, isLive, session } = useRoom();
  const { dose } = typed;
  const [given, setGiven] = useState<Given>(dose.state);
  const [again, setAgain] = useState('');
  const [reason, setReason] = useState('');
  const physicians = (view.confirmed.pins?.team ?? session.people).filter(({ role }) => role === 'physician');
  const [orderedBy, setOrderedBy] = useState(physicians.length === 1 ? (physicians[0]?.personId ?? '') : '');
  const [problem, setProblem] = useState<string | null>(null);
  const againInput = useRef<HTMLInputElement>(null);
  const now = useNow(1000);
  const atMs = typed.happenedAtMs ?? now;
  const facts = useMemo(() => factsOf(dose, view.expected, atMs, now), [dose, view.expected, atMs, now]);
  const amount = formatMg(microgramsFromMg(dose.amountMg));
  const outside = facts.overCeiling || facts.tooEarly;
  const retyped = sameAmount(again, dose);

  useEffect(() => againInput.current?.focus(), []);
  function missing(): string | null {
    if (!may('doses.order') && orderedBy === '') return text.orderNeeded;
    // What has been given is recorded whatever its limits say (product.md, decision 10).
    if (outside && given === 'about-to-give' && reason.trim() === '') return text.reasonNeeded;
    return facts.overPlan && !retyped ? text.overPlan : null;
  }

  function confirm(): void {
    const sentence = missing();
    setProblem(sentence);
    if (sentence !== null) return;
    const id = record(
      {
        kind: 'dose',
        data: {
          ...dose,
          state: given,
          ...(reason.trim() === '' ? {} : { overrideReason: reason.trim() }),
          ...(!may('doses.order') ? { orderedById: orderedBy } : {}),
        },
        happenedAtMs: typed.happenedAtMs,
        line: typed.line,
        ...(typed.lateReason === null ? {} : { lateReason: typed.lateReason }),
      },
      { me, confirmed: view.confirmed, live: isLive },
    );
    onRecorded(id, amount);
  }

  function onEnter(): void {
    if (again.trim() === '') return;
    if (retyped) confirm();
    else setProblem(text.mismatch(again.trim(), amount));
  }

  return (
    <section className={classes.panel} aria-label={text.title} onKeyDown={keysOf({ leave: onBack })}>
      <div className={classes.top}>
        <p>
          {text.title} · {text.youTyped} <b>{typed.line}</b>
        </p>
        <span className={classes.given}>
          <Segmented<Given>
            label={text.state}
            value={given}
            options={[
              { value: 'about-to-give', label: text.about },
              { value: 'already-given', label: text.alreadyGiven },
            ]}
            onChange={setGiven}
          />
        </span>
      </div>
      <div className={classes.main}>
        <div className={classes.what}>
          <p className={classes.dose}>
            <span className={classes.drug}>{drugLabel(dose)}</span>{' '}
            <strong className={classes.amount}>{amount}</strong>{' '}
            <span className={classes.drug}>
              {routeCatalog[dose.route].label}
              {dose.site === undefined ? `, ${routeCatalog[dose.route].words}` : `, ${dose.site}`}
            </span>
          </p>
          <p className={classes.who}>
            {text.for} <b>{clientName}</b> ·{' '}
            {typed.happenedAtMs === null ? text.now(clockOf(now, zone)) : clockOf(atMs, zone)}
          </p>
        </div>
        <HoldButton label={outside ? text.holdOutside : text.hold} disabled={false} onHeld={confirm} />
      </div>
      <FactList facts={facts} knowsWeight={weightGrams(view.expected) !== null} />
      {facts.overCeiling && facts.ceilingWords !== null && (
        <p className={classes.warn}>
          {text.overCeiling(facts.totalAfter, view.expected.pins?.protocol.name ?? '', facts.ceilingWords)}
        </p>
      )}
      {!isLive && <p className={classes.warn}>{text.staleCheck(asOf(view, zone))}</p>}
      <div className={classes.fields}>
        <TextInput
          ref={againInput}
          label={text.again}
          placeholder={text.againHint}
          inputMode="decimal"
          autoComplete="off"
          value={again}
          onChange={(event) => {
            setAgain(event.currentTarget.value);
            setProblem(null);
          }}
          onKeyDown={keysOf({ record: onEnter })}
        />
        {outside && (
          <TextInput
            label={text.reason}
            autoComplete="off"
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            onKeyDown={keysOf({ record: onEnter })}
          />
        )}
        {!may('doses.order') && (
          <Choice
            label={text.orderedBy}
            value={orderedBy}
            options={[
              { value: '', label: '–' },
              ...physicians.map(({ personId, name }) => ({ value: personId, label: name })),
            ]}
            onChange={setOrderedBy}
          />
        )}
        <Button look="quiet" className={classes.change ?? ''} onClick={onBack}>
          {text.change} <KeyCaps id="leave" />
        </Button>
      </div>
      <p role="alert" className={classes.problem}>
        {problem}
      </p>
    </section>
  );
}

/** When what is on this screen was last known to be all there is. */
function asOf({ currency }: ReturnType<typeof useRoom>['view'], zone: string): string {
  return clockOf(currency.type === 'not-current' ? toServerMs(currency.sinceMs) : serverNowMs(), zone);
}
