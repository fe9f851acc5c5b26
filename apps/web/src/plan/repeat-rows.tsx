import { TextInput } from '@mantine/core';
import { serverNowMs } from '../data/clock.ts';
import { useMe } from '../data/me.ts';
import { isPlannable } from '../day/calendar.ts';
import { useAhead } from '../day/use-day.ts';
import { Choice } from '../ui/choice.tsx';
import form from '../ui/form.module.css';
import { dayWords, weekdayOf } from '../ui/names.ts';
import { words } from '../words/list-pages.ts';
import type { PlanDraft } from './plan-draft.ts';
import classes from './repeat.module.css';
import { datesOf, type RepeatDraft } from './repeat.ts';
import { remarkedDates } from './series-dates.ts';

const text = words.repeat;

/** How often and how far apart; from two on, the days that come out, each of which can be set by hand. */
export function RepeatRows(props: {
  readonly draft: PlanDraft;
  readonly repeat: RepeatDraft;
  errorAt(field: string): string | undefined;
  onChange(change: Partial<RepeatDraft>): void;
}) {
  const { draft, repeat, onChange } = props;
  const dates = datesOf(draft.date, repeat);
  return (
    <fieldset className={form.group}>
      <legend className={form.legend}>{text.legend}</legend>
      <div className={classes.howOften}>
        <TextInput
          label={text.count}
          description={text.countHint}
          inputMode="numeric"
          autoComplete="off"
          error={props.errorAt('repeatCount')}
          value={repeat.count}
          onChange={(event) => onChange({ count: event.currentTarget.value })}
        />
        <TextInput
          label={text.every}
          description={text.everyHint}
          inputMode="numeric"
          autoComplete="off"
          error={props.errorAt('repeatEvery')}
          value={repeat.every}
          onChange={(event) => onChange({ every: event.currentTarget.value })}
        />
        <Choice
          label={text.unit}
          description={text.unitHint}
          value={repeat.unit}
          options={[
            { value: 'weeks' as const, label: text.units.weeks },
            { value: 'days' as const, label: text.units.days },
          ]}
          onChange={(unit) => onChange({ unit })}
        />
      </div>
      {dates.length > 1 && (
        <Dates
          draft={draft}
          dates={dates}
          onSet={(at, date) => onChange({ byHand: { ...repeat.byHand, [at]: date } })}
        />
      )}
    </fieldset>
  );
}

function Dates(props: {
  readonly draft: PlanDraft;
  readonly dates: readonly string[];
  onSet(at: number, date: string): void;
}) {
  const { draft, dates } = props;
  const { clinic } = useMe();
  const known = dates.filter(isPlannable).toSorted();
  const { sessions, failure } = useAhead(known[0] ?? draft.date, known.at(-1) ?? draft.date);
  const rows = remarkedDates({
    draft,
    dates,
    others: sessions,
    zone: clinic.timeZone,
    nowMs: serverNowMs(),
  });
  return (
    <>
      <ol className={classes.dates} aria-label={text.dates}>
        {rows.map(({ date, remarks }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is the nth session, whatever its day
          <li key={at}>
            <span className={classes.number}>{at + 1}</span>
            {at === 0 ? (
              <span className={classes.first}>{dayWords(date)}</span>
            ) : (
              <TextInput
                aria-label={text.date(at + 1, dates.length)}
                type="date"
                value={date}
                onChange={(event) => props.onSet(at, event.currentTarget.value)}
              />
            )}
            <span className={classes.weekday}>{isPlannable(date) ? weekdayOf(date) : ''}</span>
            <span className={classes.remarks}>
              {remarks.map((remark) => (
                <span key={remark}>{remark}</span>
              ))}
            </span>
          </li>
        ))}
      </ol>
      {sessions === undefined && (
        <p className={form.hint}>{failure === null ? words.conflict.reading : words.conflict.unread}</p>
      )}
    </>
  );
}
