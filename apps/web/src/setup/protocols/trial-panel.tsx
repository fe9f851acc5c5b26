import { type ProtocolPlan, sameJson } from '@tandem/domain';
import type { ProtocolTrialReply } from '@tandem/wire';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { sentenceOf } from '../../data/failure.ts';
import { useMe } from '../../data/me.ts';
import { clockOf, dayOf } from '../../data/zone.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { dayWords } from '../../ui/names.ts';
import { Sentence } from '../../ui/page.tsx';
import { trialWords as text } from '../../words/trial-words.ts';
import classes from './trial.module.css';
import { tryProtocol } from './trial-calls.ts';
import { type TrialSum, trialSum } from './trial-sum.ts';

interface Tried {
  readonly plan: ProtocolPlan;
  readonly items: ProtocolTrialReply['items'];
  readonly total: number | null;
  /** Where to go on; null when all were tried. */
  readonly next: number | null;
}

/** A draft over past sessions, a part at a time, so that one sees how far it is and can stop. */
export function TrialPanel({
  name,
  read,
}: {
  /** Of the protocol whose sessions are tried. */
  readonly name: string;
  /** What stands in the form; null when it cannot be saved, and shows why. */
  readonly read: () => ProtocolPlan | null;
}) {
  const [tried, setTried] = useState<Tried | null>(null);
  const [running, setRunning] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const run = useRef(0);

  async function goOn(from: Tried): Promise<void> {
    run.current += 1;
    const mine = run.current;
    setRunning(true);
    setFailure(null);
    let now = from;
    try {
      while (now.next !== null) {
        const reply = await tryProtocol({ name, data: now.plan, from: now.next });
        if (run.current !== mine) return;
        now = { ...now, items: [...now.items, ...reply.items], total: reply.total, next: reply.next };
        setTried(now);
      }
    } catch (error) {
      setFailure(sentenceOf(error as Error));
    }
    if (run.current === mine) setRunning(false);
  }

  function start(): void {
    const plan = read();
    if (plan === null) {
      setFailure(text.wrong);
      return;
    }
    const first: Tried = { plan, items: [], total: null, next: 0 };
    setTried(first);
    void goOn(first);
  }

  function stop(): void {
    run.current += 1;
    setRunning(false);
  }

  return (
    <section className={classes.trial} aria-label={text.title}>
      <h2>{text.title}</h2>
      <p className={classes.what}>{text.what(name)}</p>
      <div className={classes.actions}>
        {running ? (
          <Button onClick={stop}>{text.stop}</Button>
        ) : (
          <Button onClick={start}>{tried === null ? text.start : text.again}</Button>
        )}
        {tried !== null && (
          <p role="status" className={classes.what}>
            {text.reading(tried.items.length, tried.total)}
          </p>
        )}
        {!running && tried !== null && tried.next !== null && tried.total !== null && (
          <Button look="quiet" onClick={() => void goOn(tried)}>
            {text.goOn}
          </Button>
        )}
      </div>
      {failure !== null && <Sentence>{failure}</Sentence>}
      {tried !== null && tried.total === 0 && <p className={classes.what}>{text.none(name)}</p>}
      {tried !== null && tried.items.length > 0 && (
        <>
          {!running && isOther(read, tried.plan) && <p className={classes.changed}>{text.changed}</p>}
          <Sum sum={trialSum(tried.items)} />
        </>
      )}
    </section>
  );
}

function isOther(read: () => ProtocolPlan | null, plan: ProtocolPlan): boolean {
  const now = read();
  return now === null || !sameJson(now, plan);
}

function Sum({ sum }: { readonly sum: TrialSum }) {
  const { timeZone } = useMe().clinic;
  const { sessions, own, draft, events, differing } = sum;
  const each = (n: number) => (n / sessions).toFixed(1);
  return (
    <>
      <dl className={classes.facts}>
        <div>
          <dt>{text.perSession}</dt>
          <dd>{text.change(each(own.high + own.medium), each(draft.high + draft.medium))}</dd>
          <dd className={classes.more}>{text.of(sessions)}</dd>
          <dd className={classes.more}>{text.high(each(own.high), each(draft.high))}</dd>
        </div>
        <div>
          <dt>{text.warned}</dt>
          <dd>{events.all === 0 ? '–' : text.warnedOf(events.own, events.draft, events.all)}</dd>
          {events.all === 0 && <dd className={classes.more}>{text.noEvents}</dd>}
        </div>
      </dl>
      {differing.length > 0 && (
        <>
          <h3>{text.differing(sum.differ)}</h3>
          <ul className={classes.list}>
            {differing.map(({ id, at, own: before, draft: after }) => {
              const ms = Date.parse(at);
              return (
                <li key={id}>
                  <span>
                    {dayWords(dayOf(ms, timeZone))}, {clockOf(ms, timeZone)}
                  </span>
                  <b>{text.change(`${before.high + before.medium}`, `${after.high + after.medium}`)}</b>
                  <Link
                    to="/s/$sessionId/replay"
                    params={{ sessionId: id }}
                    className={buttonClass('quiet', true)}
                  >
                    {text.replay}
                  </Link>
                </li>
              );
            })}
          </ul>
        </>
      )}
      <p className={classes.what}>{text.afterwards}</p>
    </>
  );
}
