import {
  type Answer,
  type Assessment,
  type InstrumentKey,
  instruments,
  itemLabel,
  missingItems,
  type ScaleWords,
  scaleWords,
  scoreOf,
  scoreWords,
} from '@tandem/domain';
import { type KeyboardEvent, useState } from 'react';
import type { Draft } from '../../data/record.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { panelWords } from '../../words/panel-words.ts';
import { useRoom } from '../room-context.ts';
import { AnswerRow } from './answer-row.tsx';
import { PanelForm } from './panel-form.tsx';
import classes from './panels.module.css';

const text = panelWords.scales;
const tabs = ['moaas', 'rass', 'aldrete', 'padss', 'ratings'] as const;
type Tab = (typeof tabs)[number];
const ratings = [
  'nrs-pain',
  'nrs-nausea',
  'nrs-anxiety',
  'nrs-dizziness',
] as const satisfies readonly InstrumentKey[];
type Answers = Readonly<Partial<Record<InstrumentKey, readonly Answer[]>>>;

/** One scale at a time; what was chosen on another stays there. MOAA/S goes into the vital signs, where rules see it. */
export function ScalesPanel({ prefill }: { prefill: Assessment | null }) {
  const { setTask, record } = useRoom();
  const [tab, setTab] = useState<Tab>(() => tabOf(prefill));
  const [answers, setAnswers] = useState<Answers>(() =>
    prefill === null ? {} : { [prefill.instrument]: prefill.answers },
  );
  const [problem, setProblem] = useState<string | null>(null);
  const of = (instrument: InstrumentKey) => answers[instrument] ?? [];

  function answer(instrument: InstrumentKey, item: string, value: number): void {
    setProblem(null);
    setAnswers((now) => ({
      ...now,
      [instrument]: [...(now[instrument] ?? []).filter((one) => one.item !== item), { item, value }],
    }));
  }

  function save(): void {
    const asked = tab === 'ratings' ? ratings.filter((key) => of(key).length > 0) : [tab];
    const missing = asked.flatMap((key) => missingItems(key, of(key)).map((item) => itemLabel(key, item)));
    if (asked.length === 0 || missing.length > 0) {
      setProblem(asked.length === 0 ? text.chooseOne : panelWords.notAnswered(missing));
      return;
    }
    for (const instrument of asked) record(entryOf(instrument, of(instrument)));
    setTask({ type: 'line' });
  }

  /** The keys 0 to 5 are the answers of MOAA/S: one hand is enough. */
  function onKey(event: KeyboardEvent<HTMLElement>): void {
    if (tab !== 'moaas' || event.ctrlKey || event.metaKey || event.altKey || !/^[0-5]$/.test(event.key))
      return;
    event.preventDefault();
    answer('moaas', 'response', Number(event.key));
    event.currentTarget.querySelector<HTMLElement>(`[data-look="keys"] input[value="${event.key}"]`)?.focus();
  }

  return (
    <PanelForm
      title={text.title}
      beside={
        <Segmented
          label={text.which}
          options={tabs.map((value) => ({ value, label: text.tabs[value] }))}
          value={tab}
          onChange={(next) => {
            setTab(next);
            setProblem(null);
          }}
        />
      }
      standing={
        tab === 'ratings' ? null : <Standing instrument={tab} answers={of(tab)} named={problem === null} />
      }
      problem={problem}
      onRecord={save}
      onKey={onKey}
    >
      {tab === 'ratings' ? (
        <>
          {ratings.map((key) => (
            <Items key={key} instrument={key} answers={of(key)} onAnswer={answer} />
          ))}
          <p className={classes.hint}>{text.ratingsHint}</p>
        </>
      ) : (
        <>
          <Items instrument={tab} answers={of(tab)} onAnswer={answer} />
          <p className={classes.hint}>
            {tab === 'moaas' ? text.moaasHint : scaleWords[tab].hint} {text.source(scaleWords[tab].source)}
          </p>
        </>
      )}
    </PanelForm>
  );
}

function tabOf(prefill: Assessment | null): Tab {
  if (prefill === null) return 'moaas';
  return tabs.find((tab) => tab === prefill.instrument) ?? 'ratings';
}

function entryOf(instrument: InstrumentKey, answers: readonly Answer[]): Draft {
  if (instrument === 'moaas') {
    const moaas = answers[0]?.value as number;
    // As it would be typed: a refusal puts it into the line.
    return { kind: 'vital-signs', data: { moaas }, happenedAtMs: null, line: `moaas ${moaas}` };
  }
  const { version } = instruments[instrument];
  return {
    kind: 'assessment',
    data: { instrument, answers: [...answers], version },
    happenedAtMs: null,
    line: '',
  };
}

function Items(props: {
  readonly instrument: InstrumentKey;
  readonly answers: readonly Answer[];
  onAnswer(instrument: InstrumentKey, item: string, value: number): void;
}) {
  const { instrument, answers, onAnswer } = props;
  const said: ScaleWords = scaleWords[instrument];
  return said.items.map(({ item, label, answers: offered }) => {
    const fixed = instruments[instrument].items.find((row) => row.item === item)?.fixed;
    if (fixed !== undefined) {
      return (
        <p key={item} className={classes.fixed}>
          <span className={classes.label}>{label}</span> {offered[0]?.words}
        </p>
      );
    }
    const rated = instrument.startsWith('nrs-');
    return (
      <AnswerRow
        key={item}
        label={rated ? `${label}: ${text.ends(offered.at(-1)?.words ?? '')}` : label}
        answers={offered}
        value={answers.find((one) => one.item === item)?.value}
        look={rated ? 'numbers' : instrument === 'moaas' ? 'keys' : instrument === 'rass' ? 'list' : 'row'}
        signed={instrument === 'rass'}
        quiet={said.items.length === 1 && !rated}
        onAnswer={(value) => onAnswer(instrument, item, value)}
      />
    );
  });
}

/** The total as it stands, or how much is answered: half a score is never shown as one. */
function Standing(props: {
  readonly instrument: InstrumentKey;
  readonly answers: readonly Answer[];
  /** Not where the problem beside it names what is missing already. */
  readonly named: boolean;
}) {
  const { instrument, answers } = props;
  const { label, items } = instruments[instrument];
  const score = scoreOf(instrument, answers);
  if (score !== null) {
    return (
      <>
        {label} <b>{scoreWords(instrument, score)}</b>
      </>
    );
  }
  const asked = items.filter(({ fixed }) => fixed === undefined).length;
  const missing = missingItems(instrument, answers);
  if (asked === 1 || missing.length === asked) return null;
  return (
    <>
      {text.answered(asked - missing.length, asked)}.{' '}
      {props.named && panelWords.notAnswered(missing.map((item) => itemLabel(instrument, item)))}
    </>
  );
}
