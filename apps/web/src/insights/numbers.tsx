import { IconChevronRight } from '@tabler/icons-react';
import { linesOf, measures } from '@tandem/domain';
import type { InsightsReply } from '@tandem/wire';
import { Button } from '../ui/button.tsx';
import { span } from '../ui/names.ts';
import { insightWords as text } from '../words/insight-words.ts';
import type { Behind } from './behind.ts';
import classes from './insights.module.css';

type Insight = InsightsReply['notices'];
type Open = (behind: Behind) => void;

const percent = (value: number) => `${Math.round(value)} %`;
const seconds = (ms: number) => (ms < 120_000 ? `${Math.round(ms / 1000)} s` : span(ms));
const signed = (value: number) => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(1)}`;

type Key = Exclude<keyof typeof text.names, 'rise'>;
const numbers: readonly (readonly [Key, (value: number) => string, keyof typeof text.of])[] = [
  ['vitalsOnTime', percent, 'sessions'],
  ['notices', (value) => value.toFixed(1), 'sessions'],
  ['seen', seconds, 'notices'],
  ['outside', percent, 'sessions'],
  ['goHome', span, 'sessions'],
  ['takenBack', percent, 'doses'],
];

export function Numbers({ found, open }: { readonly found: InsightsReply; readonly open: Open }) {
  return (
    <ul className={classes.numbers}>
      {numbers.map(([key, said, of]) => (
        <li key={key} className={classes.number}>
          <NumberOf insight={found[key]} name={text.names[key]} said={said} of={text.of[of]} open={open} />
        </li>
      ))}
    </ul>
  );
}

/** A number, what it is of, and the way to what is behind it. */
export function NumberOf(props: {
  readonly insight: Insight;
  readonly name: string;
  readonly said: (value: number) => string;
  readonly of: (n: number) => string;
  readonly open: Open;
}) {
  const { insight, name, said, of, open } = props;
  const { n, value, ids, all } = insight;
  return (
    <>
      <h2>{name}</h2>
      <p className={value === null ? classes.tooFew : classes.value}>
        {value === null ? text.tooFew : said(value)}
      </p>
      <p className={classes.quiet}>{of(n)}</p>
      {all > 0 && <Show all={all} open={() => open({ name, ids, all })} />}
    </>
  );
}

/** The way to the sessions behind a number. */
export function Show(props: { readonly all: number; open(): void }) {
  return (
    <Button small look="quiet" className={classes.show ?? ''} onClick={props.open}>
      {text.show(props.all)}
      <IconChevronRight size={16} stroke={2} aria-hidden />
    </Button>
  );
}

export function Events({ events, open }: { readonly events: InsightsReply['events']; readonly open: Open }) {
  const most = Math.max(1, ...events.map(({ value }) => value ?? 0));
  const enough = events.some(({ value }) => value !== null);
  return (
    <section className={classes.card} aria-label={text.events}>
      <h2>{text.events}</h2>
      {!enough && <p className={classes.tooFew}>{text.tooFew}</p>}
      <p className={classes.quiet}>{text.of.sessions(events[0]?.n ?? 0)}</p>
      {enough && (
        <ol className={classes.bars}>
          {events.map(({ value, ids, all }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: grades 1 to 5 keep their places
            <li key={at}>
              <span>{text.grade(at + 1)}</span>
              <span className={classes.track}>
                <span className={classes.bar} style={{ inlineSize: `${((value ?? 0) / most) * 100}%` }} />
              </span>
              <b>{value}</b>
              {all > 0 && (
                <Show
                  all={all}
                  open={() => open({ name: `${text.events}, ${text.grade(at + 1)}`, ids, all })}
                />
              )}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** "PHQ-9"; "Shame check-in: How much do I want to hide?" for a question that stands for itself. */
function lineName(instrument: string, line: string): string {
  const measure = measures.find(({ key }) => key === instrument);
  if (measure === undefined) return instrument;
  const own = linesOf(measure).find(({ key }) => key === line);
  return measure.total !== null || own === undefined ? measure.name : `${measure.name}: ${own.name}`;
}

export function Changes({ changes }: { readonly changes: InsightsReply['changes'] }) {
  return (
    <section className={`${classes.card} ${classes.wide}`} aria-label={text.changes}>
      <h2>{text.changes}</h2>
      {changes.length === 0 && <p className={classes.quiet}>{text.noChanges}</p>}
      <ul className={classes.changes} hidden={changes.length === 0}>
        {changes.map(({ instrument, line, n, value, per30Days }) => (
          <li key={`${instrument} ${line}`}>
            <span>{lineName(instrument, line)}</span>
            <b data-few={value === null || undefined}>
              {value === null ? text.tooFew : text.points(signed(value))}
            </b>
            <small>
              {text.of.courses(n)}
              {per30Days !== null && ` · ${text.perMonth(signed(per30Days))}`}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
