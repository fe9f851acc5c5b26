import { Textarea } from '@mantine/core';
import { intentionOf, type Note } from '@tandem/domain';
import { useState } from 'react';
import { meaningWords } from '../../words/meaning-words.ts';
import { PanelForm } from '../panels/panel-form.tsx';
import { useRoom } from '../room-context.ts';
import type { Refilled } from './refilled.ts';

const text = meaningWords.intention;

/** What the client came with. The one before stays in the log; the last one counts. */
export function IntentionPanel({ prefill }: { prefill: Refilled<Note> | null }) {
  const { view, record, setTask } = useRoom();
  const [words, setWords] = useState(prefill?.data.text ?? intentionOf(view.expected)?.data.text ?? '');
  const [problem, setProblem] = useState<string | null>(null);

  function save(): void {
    const said = words.trim();
    if (said === '') {
      setProblem(text.needed);
      return;
    }
    record({ kind: 'note', data: { text: said, category: 'intention' }, happenedAtMs: null, line: '' });
    setTask({ type: 'line' });
  }

  return (
    <PanelForm title={text.title} problem={problem} onRecord={save}>
      <Textarea
        label={text.label}
        rows={2}
        maxLength={4000}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
    </PanelForm>
  );
}
