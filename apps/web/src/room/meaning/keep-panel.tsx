import { Textarea } from '@mantine/core';
import { firstIssue, itemOf, standing, type WordsToKeep, wordsToKeepSchema } from '@tandem/domain';
import { useMemo, useState } from 'react';
import { clockOf } from '../../data/zone.ts';
import { meaningWords } from '../../words/meaning-words.ts';
import { PanelForm } from '../panels/panel-form.tsx';
import { useRoom } from '../room-context.ts';
import classes from './meaning.module.css';
import type { Refilled } from './refilled.ts';

const text = meaningWords.keep;

/** The words that are kept so far, and new ones. */
export function KeepPanel({ prefill }: { prefill: Refilled<WordsToKeep> | null }) {
  const { view, zone, record, setTask } = useRoom();
  const [words, setWords] = useState(prefill?.data.text ?? '');
  const [problem, setProblem] = useState<string | null>(null);
  const kept = useMemo(() => standing(view.expected, 'words-to-keep'), [view.expected]);
  const source = prefill?.data.fromEntryId;
  const from = source === undefined ? undefined : itemOf(view.expected, source);

  function save(): void {
    const parsed = wordsToKeepSchema.safeParse({
      text: words.trim(),
      ...(source === undefined ? {} : { fromEntryId: source }),
    });
    if (!parsed.success) {
      const { sentence } = firstIssue(parsed.error);
      setProblem(words.trim() === '' ? text.needed : sentence.replace(' Nothing was stored.', ''));
      return;
    }
    const happenedAtMs = prefill === null ? null : Date.parse(prefill.happenedAt);
    record({ kind: 'words-to-keep', data: parsed.data, happenedAtMs, line: '' });
    setTask({ type: 'line' });
  }

  return (
    <PanelForm
      title={text.title}
      standing={from === undefined ? null : text.from(clockOf(Date.parse(from.happenedAt), zone))}
      problem={problem}
      onRecord={save}
    >
      {kept.length === 0 ? (
        <p className={classes.none}>{text.none}</p>
      ) : (
        <ul className={classes.kept} aria-label={text.title}>
          {kept.map(({ id, happenedAt, data }) => (
            <li key={id}>
              <time dateTime={happenedAt}>{clockOf(Date.parse(happenedAt), zone)}</time> <q>{data.text}</q>
            </li>
          ))}
        </ul>
      )}
      <Textarea
        label={text.label}
        rows={2}
        maxLength={500}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
    </PanelForm>
  );
}
