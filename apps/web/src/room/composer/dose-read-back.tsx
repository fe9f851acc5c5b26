import {
  type Dose,
  drugLabel,
  findingSentence,
  formatMg,
  microgramsFromMg,
  routeCatalog,
  weightGrams,
} from '@tandem/domain';
import { useEffect, useMemo, useRef, useState } from 'react';
import { serverNowMs, useNow } from '../../data/clock.ts';
import { readTypedNumber } from '../../data/typed-number.ts';
import { clockOf } from '../../data/zone.ts';
import { keysOf } from '../../keys/use-keys.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { words } from '../../words/in-room.ts';
import { SecondPerson } from '../panels/second-person.tsx';
import { type TypedDose, useRoom } from '../room-context.ts';
import { usePhysicians } from '../use-physicians.ts';
import { type DoseFacts, factsOf, sameAmount } from './dose-facts.ts';
import { FactList } from './fact-list.tsx';
import { HoldButton } from './hold-button.tsx';
import classes from './read-back.module.css';
import { asksReason, asksSecond, doseToRecord, missingFrom, type Said } from './read-back-checks.ts';
import { ReadBackFields, type Typed } from './read-back-fields.tsx';
import { Stale } from './read-back-stale.tsx';

const text = words.dose;

export interface DoseReadBackProps {
  readonly typed: TypedDose;
  /** Recorded; `entryId` can be undone for a while. */
  onRecorded(entryId: string, amount: string): void;
  onBack(): void;
}

/**
 * Read back, then hold: nothing here is a default and Enter alone does nothing. Each fact stands beside its
 * limit, what stands against the dose is said in sentences; the person decides.
 */
export function DoseReadBack({ typed, onRecorded, onBack }: DoseReadBackProps) {
  const { me, may, view, zone, clientName, asOf, record, pad } = useRoom();
  const { dose } = typed;
  const state = view.expected;
  const physicians = usePhysicians();
  const [said, say] = useState<Typed>(() => ({
    ...nothingSaid,
    given: dose.state,
    orderedBy: physicians.length === 1 ? (physicians[0]?.personId ?? '') : '',
  }));
  const [again, setAgain] = useState('');
  const [concentration, setConcentration] = useState('');
  const [askSecond, setAskSecond] = useState(false);
  /** Who confirmed it with their PIN. */
  const [second, setSecond] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const againInput = useRef<HTMLInputElement>(null);
  // A reading of this second is before the dose, although the clock of the screen has not ticked since.
  const now = Math.max(useNow(1000), lastHappenedMs(state));
  const atMs = typed.happenedAtMs ?? now;
  // Typed counts, then what was typed in the line, then the label.
  const mgPerMl = concentrationOf(concentration) ?? labelled(dose, said.vial);
  const withVolume = useMemo(
    () => (typeof mgPerMl === 'number' ? { ...dose, concentrationMgPerMl: mgPerMl } : dose),
    [dose, mgPerMl],
  );
  const facts = useMemo(
    () => factsOf(withVolume, state, atMs, now, me.person.id),
    [withVolume, state, atMs, now, me.person.id],
  );
  const amount = formatMg(microgramsFromMg(dose.amountMg));
  const rights = { order: may('doses.order'), override: may('doses.override') };
  const all: Said = {
    ...said,
    retyped: sameAmount(again, dose),
    concentration: typeof mgPerMl === 'number' ? mgPerMl : null,
    boosterOf: said.isOwn || facts.follows === null ? '' : facts.follows.id,
  };
  const outside = asksReason(all, facts);
  const set = (more: Partial<Typed>) => {
    say((before) => ({ ...before, ...more }));
    setProblem(null);
  };

  // On a touch screen its keyboard would cover what is read back: there the hand holds.
  useEffect(() => {
    if (!pad) againInput.current?.focus();
  }, [pad]);

  function confirm(): void {
    const sentence =
      typeof mgPerMl === 'string' ? mgPerMl : missingFrom(all, facts, state, rights, asOf !== null);
    setProblem(sentence);
    // The second person comes last, and never while somebody still types.
    setAskSecond(sentence === text.secondNeeded);
    if (sentence !== null) return;
    const id = record({
      kind: 'dose',
      data: doseToRecord(dose, all, facts, rights),
      happenedAtMs: typed.happenedAtMs,
      line: typed.line,
      ...(typed.lateReason === null ? {} : { lateReason: typed.lateReason }),
    });
    onRecorded(id, amount);
  }

  function onEnter(): void {
    if (again.trim() === '') return;
    if (all.retyped) confirm();
    else setProblem(text.mismatch(again.trim(), amount));
  }

  return (
    <section className={classes.panel} aria-label={text.title} onKeyDown={keysOf({ leave: onBack })}>
      <div className={classes.top}>
        <p>
          {text.title} · {text.youTyped} <b>{typed.line}</b>
        </p>
        <span className={classes.given}>
          <Segmented
            label={text.state}
            value={said.given}
            options={[
              { value: 'about-to-give', label: text.about },
              { value: 'already-given', label: text.alreadyGiven },
            ]}
            onChange={(given) => set({ given })}
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
      <FactList facts={facts} knowsWeight={weightGrams(state) !== null} />
      <Against facts={facts} />
      {asOf !== null && (
        <Stale asOf={asOf} answer={said.elsewhere} onAnswer={(elsewhere) => set({ elsewhere })} />
      )}
      <ReadBackFields
        dose={dose}
        said={said}
        facts={facts}
        asks={{ reason: outside && rights.override, order: !rights.order }}
        again={again}
        concentration={concentration}
        againInput={againInput}
        set={set}
        setAgain={(typed) => {
          setAgain(typed);
          setProblem(null);
        }}
        setConcentration={setConcentration}
        onEnter={onEnter}
        onBack={onBack}
      />
      {facts.other !== null && said.given === 'about-to-give' && (
        <label className={classes.separate}>
          <input
            type="checkbox"
            checked={said.separate}
            onChange={(event) => set({ separate: event.currentTarget.checked })}
          />
          <span>
            {text.separate(
              facts.other.author.name,
              formatMg(facts.other.micrograms),
              clockOf(facts.other.startMs, zone),
            )}
          </span>
        </label>
      )}
      {asksSecond(state, all, facts) &&
        (second !== null ? (
          <p className={classes.second}>{text.confirmedBy(second)}</p>
        ) : (
          askSecond && (
            <SecondPerson
              drug={dose.drug}
              amountMg={dose.amountMg}
              route={dose.route}
              what={`${drugLabel(dose)} ${amount} ${routeCatalog[dose.route].label}`}
              onApproved={(approvalId, name) => {
                setSecond(name);
                set({ approvalId });
                againInput.current?.focus();
              }}
              onCancel={onBack}
            />
          )
        ))}
      <p role="alert" className={classes.problem}>
        {problem}
      </p>
    </section>
  );
}

function lastHappenedMs({ items, lastSeq }: ReturnType<typeof useRoom>['view']['expected']): number {
  return Math.min(serverNowMs(), Date.parse(items.at(lastSeq - 1)?.happenedAt ?? '1970-01-01'));
}

const nothingSaid = {
  ...{
    reason: '',
    separate: false,
    isOwn: false,
    approvalId: null,
    orderedBy: '',
    vial: null,
    elsewhere: null,
  },
} as const;

/** What stands against it, one sentence each. */
function Against({ facts: { findings, diluteFirst } }: { facts: DoseFacts }) {
  return (
    <>
      {findings.map((finding) => (
        <p key={finding.ruleId} className={classes.warn}>
          {findingSentence(finding)}
        </p>
      ))}
      {diluteFirst && <p className={classes.warn}>{text.dilute}</p>}
    </>
  );
}

/** mg/mL of the vial, unless the line said another one. */
function labelled(dose: Dose, vial: Typed['vial']): number | null {
  return dose.concentrationMgPerMl === undefined ? (vial?.concentrationMgPerMl ?? null) : null;
}

/** mg/mL as typed; null for nothing; a sentence for what is no number. */
function concentrationOf(typed: string): number | string | null {
  if (typed.trim() === '') return null;
  const read = readTypedNumber(typed);
  return 'sentence' in read ? `${text.concentration}: ${read.sentence}` : read.value;
}
