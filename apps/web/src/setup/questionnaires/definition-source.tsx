import { Textarea, TextInput } from '@mantine/core';
import { exampleDefinition } from '@tandem/domain';
import { useRef, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Sentence } from '../../ui/page.tsx';
import { instrumentWords } from '../../words/instrument-words.ts';
import type { TypedTotal } from './own-instruments.ts';
import classes from './questionnaires.module.css';

const text = instrumentWords.add;
const MOST_BYTES = 60_000;

/** A definition as JSON: a file that is chosen, the example, or what is pasted. */
export function FromFile(props: {
  readonly json: string;
  readonly error: string | undefined;
  onChange(json: string): void;
  /** A whole file: it is checked at once. */
  onFile(json: string): void;
}) {
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  async function read(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    setProblem(null);
    if (file.size > MOST_BYTES) {
      setProblem(text.tooLarge);
      return;
    }
    try {
      props.onFile(await file.text());
    } catch {
      setProblem(text.notRead);
    }
  }
  return (
    <>
      <div className={classes.acts}>
        <Button onClick={() => input.current?.click()}>{text.choose}</Button>
        <input
          ref={input}
          type="file"
          className="visually-hidden"
          tabIndex={-1}
          aria-label={text.choose}
          accept=".json,application/json"
          onChange={(event) => {
            void read(event.currentTarget.files?.[0]);
            // The same file, mended, can be chosen again.
            event.currentTarget.value = '';
          }}
        />
        <Button look="quiet" onClick={() => props.onFile(JSON.stringify(exampleDefinition, null, 2))}>
          {text.example}
        </Button>
      </div>
      {problem !== null && <Sentence>{problem}</Sentence>}
      <Textarea
        classNames={{ input: classes.json ?? '' }}
        label={text.json}
        description={text.jsonHint}
        autosize
        minRows={6}
        maxRows={18}
        spellCheck={false}
        autoComplete="off"
        error={props.error}
        value={props.json}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      />
    </>
  );
}

/** What is to be said of a form whose questions stay on paper. */
export function FromTotal(props: { readonly typed: TypedTotal; onChange(typed: TypedTotal): void }) {
  const { typed, onChange } = props;
  const field = (name: keyof TypedTotal) => ({
    label: text[name],
    autoComplete: 'off',
    value: typed[name],
    onChange: ({ currentTarget: { value } }: { currentTarget: HTMLInputElement }) =>
      onChange({ ...typed, [name]: value }),
  });
  return (
    <>
      <p className={classes.quiet}>{text.totalHint}</p>
      <div className={classes.fields}>
        <TextInput {...field('name')} maxLength={80} className={classes.whole ?? ''} />
        <TextInput {...field('least')} inputMode="numeric" maxLength={6} />
        <TextInput {...field('most')} inputMode="numeric" maxLength={6} />
        <TextInput
          {...field('licence')}
          description={text.licenceHint}
          maxLength={600}
          className={classes.whole ?? ''}
        />
        <TextInput
          {...field('source')}
          description={text.sourceHint}
          maxLength={300}
          className={classes.whole ?? ''}
        />
      </div>
    </>
  );
}
