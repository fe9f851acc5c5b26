import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { templateWords as text } from '../../words/template-words.ts';
import classes from './templates.module.css';

/** Longer examples are seen whole in the preview. */
const SHOWN = 90;

/** Every place that may stand in a template, with what it says of the invented session. */
export function Places(props: {
  readonly names: readonly string[];
  readonly examples: Readonly<Record<string, string>>;
  onPut(name: string): void;
}) {
  const [find, setFind] = useState('');
  const found = props.names.filter((name) => name.includes(find.trim().toLowerCase()));
  return (
    <section aria-label={text.places} className={classes.places}>
      <h2>{text.places}</h2>
      <p className={classes.said}>{text.placesHint}</p>
      <TextInput
        aria-label={text.find}
        placeholder={text.find}
        autoComplete="off"
        maxLength={60}
        value={find}
        onChange={(event) => setFind(event.currentTarget.value)}
      />
      {found.length === 0 && <p className={classes.said}>{text.noPlace}</p>}
      <ul>
        {found.map((name) => (
          <li key={name}>
            <button type="button" onClick={() => props.onPut(name)}>
              <span className="visually-hidden">{text.put} </span>
              <code>{`{{${name}}}`}</code>
              <span>{inShort(props.examples[name] ?? '')}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function inShort(example: string): string {
  const line = example.split('\n').find((one) => one.trim() !== '') ?? '';
  const letters = [...line];
  const cut = letters.length > SHOWN ? `${letters.slice(0, SHOWN).join('')}…` : line;
  return cut === example ? cut : `${cut} …`.replace('… …', '…');
}
