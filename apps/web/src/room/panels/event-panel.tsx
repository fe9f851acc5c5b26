import { TextInput } from '@mantine/core';
import {
  type AdverseEvent,
  AHEAD_TOLERANCE_MS,
  adverseEventCatalog,
  adverseEventLabel,
  adverseEventSchema,
  type EventGrade,
  eventGrades,
  firstIssue,
  formatInstant,
  gradeWords,
  isAlwaysSerious,
  leastGradeOf,
} from '@tandem/domain';
import { useState } from 'react';
import { serverNowMs } from '../../data/clock.ts';
import { clockOf, lastAtClock, readClock } from '../../data/zone.ts';
import { Choice } from '../../ui/choice.tsx';
import { words } from '../../words/in-room.ts';
import { panelWords } from '../../words/panel-words.ts';
import { lateBy } from '../composer/line-checks.ts';
import { type Room, useRoom } from '../room-context.ts';
import { PanelForm, Suggestions } from './panel-form.tsx';
import classes from './panels.module.css';
import { TermField } from './term-field.tsx';

const text = panelWords.event;

/** Words in the fields, as far as they are there. */
interface EventDraft {
  readonly term: string;
  readonly grade: EventGrade | null;
  readonly began: string;
  readonly lateReason: string;
  readonly action: string;
  readonly serious: boolean;
  readonly criterion: string;
  readonly relatedness: NonNullable<AdverseEvent['relatedness']> | '';
  readonly outcome: string;
}

function draftOf(data: AdverseEvent | null, zone: string): EventDraft {
  const began = data?.onsetAt === undefined ? serverNowMs() : Date.parse(data.onsetAt);
  return {
    term: data?.term ?? '',
    grade: (data?.grade as EventGrade | undefined) ?? null,
    began: clockOf(began, zone),
    lateReason: '',
    action: data?.action ?? '',
    serious: data?.serious ?? false,
    criterion: data?.seriousCriterion ?? '',
    relatedness: data?.relatedness ?? '',
    outcome: data?.outcome ?? '',
  };
}

interface Read {
  readonly data: AdverseEvent;
  readonly onsetMs: number;
  readonly late: boolean;
}

/** What the fields say, or the sentence that says what is missing. */
function readEvent(draft: EventDraft, { zone, view }: Pick<Room, 'zone' | 'view'>): Read | string {
  const { term, grade, relatedness } = draft;
  if (term.trim() === '') return text.termNeeded;
  if (grade === null) return text.gradeNeeded;
  const nowMs = serverNowMs();
  const clock = readClock(draft.began);
  const onsetMs =
    clock === null ? null : lastAtClock(clock.hours, clock.minutes, nowMs + AHEAD_TOLERANCE_MS, zone);
  if (onsetMs === null || onsetMs === undefined) return text.badTime;
  const filled = (value: string) => (value.trim() === '' ? undefined : value.trim());
  const serious = draft.serious || isAlwaysSerious(term);
  const found = {
    term: term.trim(),
    grade,
    onsetAt: formatInstant(onsetMs),
    serious,
    action: filled(draft.action),
    seriousCriterion: serious ? filled(draft.criterion) : undefined,
    relatedness: relatedness === '' ? undefined : relatedness,
    outcome: filled(draft.outcome),
  };
  const parsed = adverseEventSchema.safeParse(
    Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)),
  );
  if (!parsed.success) return firstIssue(parsed.error).sentence.replace(' Nothing was stored.', '');
  return { data: parsed.data, onsetMs, late: lateBy(onsetMs, nowMs, view.confirmed) !== null };
}

/** An adverse event in full; `e nausea 2` on the line is the short way. */
export function EventPanel({ prefill }: { prefill: AdverseEvent | null }) {
  const room = useRoom();
  const { setTask, zone, record } = room;
  const [draft, setDraft] = useState(() => draftOf(prefill, zone));
  const [problem, setProblem] = useState<string | null>(null);
  const [askLate, setAskLate] = useState(false);
  const change = (more: Partial<EventDraft>) => {
    setProblem(null);
    setDraft((now) => ({ ...now, ...more }));
  };
  const { term, grade } = draft;
  const listed = Object.hasOwn(adverseEventCatalog, term)
    ? adverseEventCatalog[term as keyof typeof adverseEventCatalog]
    : null;
  const always = isAlwaysSerious(term);

  function save(): void {
    const read = readEvent(draft, room);
    if (typeof read === 'string') {
      setProblem(read);
      return;
    }
    const lateReason = draft.lateReason.trim();
    if (read.late && lateReason === '') {
      setAskLate(true);
      setProblem(text.lateNeeded);
      return;
    }
    record({
      kind: 'adverse-event',
      data: read.data,
      // It stands where it began: a pressure and a symptom of one moment belong together.
      happenedAtMs: read.onsetMs,
      line: '',
      ...(read.late ? { lateReason } : {}),
    });
    setTask({ type: 'line' });
  }

  return (
    <PanelForm
      title={text.title}
      standing={
        term !== '' && grade !== null ? (
          <>
            {adverseEventLabel(term)}, grade <b>{grade}</b>
          </>
        ) : null
      }
      problem={problem}
      onRecord={save}
    >
      <TermField
        term={term}
        onChoose={(next) => {
          const keeps = grade !== null && grade >= leastGradeOf(next);
          change({ term: next, ...(keeps ? {} : { grade: null }) });
        }}
      />
      {listed !== null && listed.hint !== null && <p className={classes.hint}>{listed.hint}</p>}
      <Grades term={term} grade={grade} onChoose={(next) => change({ grade: next })} />
      <div className={classes.beside}>
        <TextInput
          className={classes.short ?? ''}
          label={text.began}
          autoComplete="off"
          value={draft.began}
          onChange={(event) => change({ began: event.currentTarget.value })}
        />
        {askLate && (
          <TextInput
            className={classes.wide ?? ''}
            label={words.line.whyLate}
            autoComplete="off"
            maxLength={500}
            value={draft.lateReason}
            onChange={(event) => change({ lateReason: event.currentTarget.value })}
          />
        )}
        <Choice
          label={text.related}
          options={[
            { value: '', label: text.notSaid },
            ...(Object.keys(text.relatedness) as (keyof typeof text.relatedness)[]).map((value) => ({
              value,
              label: text.relatedness[value],
            })),
          ]}
          value={draft.relatedness}
          onChange={(relatedness) => change({ relatedness })}
        />
        <label className={classes.check}>
          <input
            type="checkbox"
            checked={draft.serious || always}
            disabled={always}
            onChange={(event) => change({ serious: event.currentTarget.checked })}
          />
          <span>{always ? text.alwaysSerious : text.serious}</span>
        </label>
        {(draft.serious || always) && (
          <TextInput
            className={classes.wide ?? ''}
            label={text.criterion}
            autoComplete="off"
            maxLength={200}
            value={draft.criterion}
            onChange={(event) => change({ criterion: event.currentTarget.value })}
          />
        )}
      </div>
      <div className={classes.halves}>
        <Said
          label={text.done}
          said={text.actions}
          value={draft.action}
          onChange={(action) => change({ action })}
        />
        <Said
          label={text.outcome}
          said={text.outcomes}
          value={draft.outcome}
          onChange={(outcome) => change({ outcome })}
        />
      </div>
    </PanelForm>
  );
}

/** The five grades with what each means for this event; one that it cannot have says so. */
function Grades(props: {
  readonly term: string;
  readonly grade: EventGrade | null;
  onChoose(grade: EventGrade): void;
}) {
  const { term } = props;
  const least = leastGradeOf(term);
  return (
    <fieldset className={classes.item} data-look="list">
      <legend className={classes.label}>{text.grade}</legend>
      <div className={classes.options} data-look="list">
        {eventGrades.map((grade) => {
          const { words: said, unverified } = gradeWords(term, grade);
          const tooMild = grade < least;
          return (
            <label key={grade} className={classes.option} data-look="list" data-off={tooMild || undefined}>
              <input
                type="radio"
                className="visually-hidden"
                name="grade"
                value={grade}
                disabled={tooMild}
                checked={props.grade === grade}
                onChange={() => props.onChoose(grade)}
              />
              <b>{grade}</b>
              <span>
                {tooMild ? text.leastGrade(least) : said}
                {unverified && !tooMild && <small> {text.unverified}</small>}
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}

function Said(props: {
  readonly label: string;
  readonly said: readonly string[];
  readonly value: string;
  onChange(value: string): void;
}) {
  return (
    <div>
      <TextInput
        label={props.label}
        autoComplete="off"
        maxLength={200}
        value={props.value}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      />
      <Suggestions label={props.label} words={props.said} value={props.value} onChoose={props.onChange} />
    </div>
  );
}
