import { TextInput } from '@mantine/core';
import {
  type Administration,
  administrations,
  type DataOf,
  doseFindings,
  drugLabel,
  formatMg,
  formatRate,
  itemOf,
  microgramsFromMg,
  rateMgPerHourSchema,
} from '@tandem/domain';
import { useState } from 'react';
import { serverNowMs, useNow } from '../../data/clock.ts';
import { readTypedNumber } from '../../data/typed-number.ts';
import { clockOf } from '../../data/zone.ts';
import { Button } from '../../ui/button.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { words } from '../../words/in-room.ts';
import { medicineWords } from '../../words/medicine-words.ts';
import { useRoom } from '../room-context.ts';
import { MedicineFrame } from './medicine-frame.tsx';
import { asksSecond, type Given, givenOptions, OrderFields, useOrder } from './order-fields.tsx';
import classes from './panels.module.css';
import { SecondPerson } from './second-person.tsx';

const text = medicineWords.infusion;

export function RunningInfusions({ ids, onAnother }: { ids: readonly string[]; onAnother(): void }) {
  const { view } = useRoom();
  const now = useNow(1000);
  const running = administrations(view.expected, now).filter(({ id }) => ids.includes(id));
  return (
    <MedicineFrame
      title={text.runningTitle}
      problem={null}
      answers={<Button onClick={onAnother}>{text.another}</Button>}
    >
      {running.map((one) => (
        <Running key={one.id} one={one} now={now} />
      ))}
    </MedicineFrame>
  );
}

/** One that runs: what it gave until this second, its rate, and the ways to change it. Stopping is never hard. */
function Running({ one, now }: { one: Administration; now: number }) {
  const { view, zone, record } = useRoom();
  const [changing, setChanging] = useState(false);
  const [reason, setReason] = useState('');
  const start = itemOf(view.expected, one.id)?.data as DataOf<'infusion-start'>;
  const { infusionId, drug, drugName, plannedMg } = start;
  const which = { infusionId, drug, ...(drugName === undefined ? {} : { drugName }) };
  const since = one.segments.at(-1)?.fromMs ?? one.startMs;
  const [order, paused] = [useOrder(), one.microgramsPerHour === 0];
  const [problem, setProblem] = useState<string | null>(null);

  function pause(): void {
    const missing = order.missing([], 'already-given');
    setProblem(missing);
    if (missing !== null) return;
    const data = { ...which, ...order.data, state: 'already-given' as const, rateMgPerHour: 0 };
    record({ kind: 'infusion-rate', data, happenedAtMs: null, line: '' });
  }

  function stop(): void {
    const why = reason.trim();
    record({
      kind: 'infusion-stop',
      data: { ...which, ...(why === '' ? {} : { reason: why }) },
      happenedAtMs: null,
      line: '',
    });
  }

  return (
    <div className={classes.running}>
      <p className={classes.runningWords}>
        {drugLabel(start)} <b className={classes.soFar}>{formatMg(one.micrograms)}</b> {text.soFar} ·{' '}
        {paused ? text.paused : formatRate(one.microgramsPerHour / 1000)} {text.since(clockOf(since, zone))}
        <small>{endWords(one, plannedMg, now, zone)}</small>
      </p>
      <div className={classes.beside}>
        {!changing && (
          <>
            <Button onClick={() => setChanging(true)}>{paused ? text.resume : text.change}</Button>
            {!paused && <Button onClick={pause}>{text.pause}</Button>}
          </>
        )}
        <TextInput
          className={classes.wide ?? ''}
          label={text.stopReason}
          autoComplete="off"
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button look="medicine" onClick={stop}>
          {text.stop}
        </Button>
      </div>
      {problem !== null && <p role="alert">{problem}</p>}
      {!changing && !order.orders && <OrderFields order={order} findings={[]} />}
      {changing && <ChangeRate which={which} one={one} onDone={() => setChanging(false)} />}
    </div>
  );
}

/** "At this rate the planned 34 mg are in at 10:52." */
function endWords(one: Administration, plannedMg: number | undefined, now: number, zone: string): string {
  if (plannedMg === undefined || one.microgramsPerHour === 0) return '';
  const left = microgramsFromMg(plannedMg) - one.micrograms;
  const amount = formatMg(microgramsFromMg(plannedMg));
  if (left <= 0) return text.plannedIn(amount);
  return text.plannedAt(amount, clockOf(now + (left / one.microgramsPerHour) * 3_600_000, zone));
}

type Which = Pick<DataOf<'infusion-rate'>, 'infusionId' | 'drug' | 'drugName'>;

function ChangeRate({ which, one, onDone }: { which: Which; one: Administration; onDone(): void }) {
  const { view, record } = useRoom();
  const before = one.segments.findLast(({ microgramsPerHour }) => microgramsPerHour > 0);
  const [typed, setTyped] = useState(
    one.microgramsPerHour === 0 && before !== undefined ? String(before.microgramsPerHour / 1000) : '',
  );
  const [given, setGiven] = useState<Given>('about-to-give');
  const [problem, setProblem] = useState<string | null>(null);
  const [second, setSecond] = useState(false);
  const order = useOrder();
  const read = readTypedNumber(typed);
  const rate = 'value' in read ? read.value : null;
  const findings = doseFindings(view.expected, {
    drug: which.drug,
    drugName: which.drugName,
    route: 'iv',
    micrograms: 0,
    atMs: serverNowMs(),
  }).filter(({ ruleId }) => ruleId === 'dose-ceiling');

  function save(approvalId?: string): void {
    const valid = rateMgPerHourSchema.safeParse(rate);
    const missing =
      'sentence' in read ? read.sentence : valid.success ? order.missing(findings, given) : text.rateBand;
    setProblem(missing);
    if (missing !== null || rate === null) return;
    if (approvalId === undefined && asksSecond(view.expected, findings, given)) {
      setSecond(true);
      return;
    }
    const approval = approvalId === undefined ? {} : { approvalId };
    record({
      kind: 'infusion-rate',
      data: { ...which, ...order.data, ...approval, state: given, rateMgPerHour: rate },
      happenedAtMs: null,
      line: '',
    });
    onDone();
  }

  return (
    <>
      <div className={classes.beside}>
        <TextInput
          className={classes.short ?? ''}
          label={text.newRate}
          inputMode="decimal"
          autoComplete="off"
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setProblem(null);
          }}
        />
        <Segmented<Given> label={words.dose.state} value={given} options={givenOptions} onChange={setGiven} />
        <Button look="main" onClick={() => save()}>
          {text.setRate}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {text.keepRate}
        </Button>
      </div>
      <OrderFields order={order} findings={given === 'about-to-give' ? findings : []} />
      <p role="alert">{problem}</p>
      {second && rate !== null && (
        <SecondPerson
          drug={which.drug}
          amountMg={rate}
          route="iv"
          what={`${drugLabel(which)} infusion at ${formatRate(rate)}`}
          onApproved={(approvalId) => save(approvalId)}
          onCancel={() => setSecond(false)}
        />
      )}
    </>
  );
}
