import type { Measure, MeasureBand } from '@tandem/domain';
import { type ReactNode, useState } from 'react';
import { MeasureValue } from '../../course/measure-value.tsx';
import { type Answers, givenAnswers, Questions } from '../../course/questions.tsx';
import { instrumentWords } from '../../words/instrument-words.ts';
import classes from './questionnaires.module.css';

const text = instrumentWords.preview;

/** The form as it will be shown, to be tried, and how its answers are read. */
export function DefinitionPreview({ measure }: { readonly measure: Measure }) {
  const [answers, setAnswers] = useState<Answers>(() => new Map());
  const given = givenAnswers(measure, answers);
  return (
    <div className={classes.preview}>
      <section className={classes.sheet} aria-label={text.title}>
        <p className={classes.quiet}>
          {text.title}. {measure.totalOnly === true ? text.paper : text.hint}
        </p>
        <p className={classes.sheetTitle}>{measure.name}</p>
        <Questions measure={measure} answers={answers} onAnswers={setAnswers} />
      </section>
      <section className={classes.reading} aria-label={text.facts}>
        <p className={classes.readingTitle}>{text.facts}</p>
        <Facts measure={measure} />
        {measure.totalOnly !== true && <p className={classes.quiet}>{text.safety}</p>}
        <p className={classes.readingTitle}>{text.result}</p>
        <div role="status">
          {given.length === 0 ? (
            <p className={classes.quiet}>{text.nothing}</p>
          ) : (
            <MeasureValue measure={measure} answers={given} />
          )}
        </div>
      </section>
    </div>
  );
}

function Facts({ measure }: { readonly measure: Measure }) {
  const { total, bands, subscales = [], items, lookBackDays, source } = measure;
  const none = subscales.length > 0 ? text.noTotalSubscales : text.noTotal;
  const reversed = items.filter(({ reverse }) => reverse === true);
  return (
    <dl className={classes.facts}>
      <Fact name={text.total}>{total === null ? none : text.range(total.least, total.most)}</Fact>
      {total !== null && <Fact name={text.bands}>{bandsIn(bands)}</Fact>}
      {subscales.length > 0 && (
        <Fact name={text.subscales}>
          {subscales.map((one) => (
            <span key={one.key} className={classes.line}>
              {one.name}: {one.items.join(', ')}
              {one.bands.length > 0 && ` (${bandsIn(one.bands)})`}
            </span>
          ))}
        </Fact>
      )}
      {reversed.length > 0 && <Fact name={text.reversed}>{reversed.map(({ key }) => key).join(', ')}</Fact>}
      {lookBackDays !== null && <Fact name={text.lookBack}>{text.days(lookBackDays)}</Fact>}
      <Fact name={text.source}>{source === '' ? text.noSource : source}</Fact>
    </dl>
  );
}

function bandsIn(bands: readonly MeasureBand[]): string {
  if (bands.length === 0) return text.noBands;
  return bands.map(({ from, to, words }) => text.band(from, to, words)).join(', ');
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
