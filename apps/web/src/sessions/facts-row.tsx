import type { PastFacts, PastNarrowing } from '@tandem/wire';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { dayWords, span } from '../ui/names.ts';
import { useScreenQuery } from '../ui/use-screen-query.ts';
import { words } from '../words/list-pages.ts';
import { pastWords } from '../words/past-words.ts';
import { Bars, Progress, ScoreLines } from './fact-pictures.tsx';
import classes from './facts.module.css';
import { pastFactsQuery } from './past-calls.ts';

const text = pastWords.facts;

/** Where the row is pushed by thumb, as in the stylesheet: a keyboard pushes what has the focus. */
const PUSHED = '(max-width: 760px)';

/** Four facts of what is filtered, each with a picture; training sessions are in none. */
export function FactsRow({ filter }: { readonly filter: PastNarrowing }) {
  const facts = useQuery({ ...pastFactsQuery(filter), placeholderData: keepPreviousData });
  const pushed = useScreenQuery(PUSHED);
  if (facts.data === undefined)
    return (
      <section className={classes.row} aria-label={text.title} aria-busy={facts.isPending}>
        {facts.isError && (
          <p className={classes.failed}>
            {text.failed}{' '}
            <Button small onClick={() => void facts.refetch()}>
              {words.failed.again}
            </Button>
          </p>
        )}
      </section>
    );
  const { peak, notices, phq9, signed } = facts.data;
  return (
    <section
      className={classes.row}
      aria-label={text.title}
      tabIndex={pushed ? 0 : undefined}
      data-waiting={facts.isPlaceholderData || undefined}
    >
      <Fact
        name={text.peak}
        value={text.over(peak.over, peak.measured, peak.limit)}
        more={text.rise(peak.medianRise)}
      >
        <Bars
          look="pressure"
          bars={peak.steps.map(({ from, count, over }) => ({
            key: String(from),
            count,
            name: text.step(from, count),
            over,
          }))}
        />
      </Fact>
      <Fact
        name={text.notices}
        value={text.raised(notices.raised, notices.spans.length, notices.by)}
        more={text.seen(
          notices.medianSeenMs === null ? null : Math.round(notices.medianSeenMs / 1000),
          notices.open,
        )}
      >
        <Bars
          look="notice"
          bars={notices.spans.map(({ from, count }) => ({
            key: from,
            count,
            name: text.span(dayWords(from), count),
          }))}
        />
      </Fact>
      <Scores phq9={phq9} />
      <Signed signed={signed} />
    </section>
  );
}

function Scores({ phq9 }: Pick<PastFacts, 'phq9'>) {
  const { clients, first, latest } = phq9;
  const known = first !== null && latest !== null;
  const value = known ? text.change(first, latest) : clients === 0 ? text.noScores : text.tooFew;
  return (
    <Fact name={text.phq9} value={value} more={text.clients(clients)}>
      {known && <ScoreLines phq9={phq9} name={`${text.phq9}: ${value}`} />}
    </Fact>
  );
}

function Signed({ signed: { due, withinDay, toSign, oldestMs } }: Pick<PastFacts, 'signed'>) {
  const part = due === 0 ? null : withinDay / due;
  return (
    <Fact
      name={text.signed}
      value={part === null ? text.nothingDue : text.percent(part * 100)}
      more={text.waiting(toSign, oldestMs === null ? null : span(oldestMs))}
    >
      {part !== null && <Progress part={part} />}
    </Fact>
  );
}

function Fact(props: { name: string; value: string; more: string; children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <h2>{props.name}</h2>
      <p className={classes.value}>{props.value}</p>
      <p className={classes.more}>{props.more}</p>
      {props.children}
    </div>
  );
}
