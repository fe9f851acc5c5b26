import { TextInput } from '@mantine/core';
import { IconStethoscope } from '@tabler/icons-react';
import {
  type AdverseEvent,
  adverseEventKind,
  adverseEventLabel,
  adverseEventTerms,
  isAlwaysSerious,
} from '@tandem/domain';
import { Choice } from '../ui/choice.tsx';
import { words } from '../words.ts';
import type { EntryView, FieldsProps, FormDraft } from './entry-view.ts';
import classes from './fields.module.css';

const text = words.event;
const terms = adverseEventTerms.map((value) => ({ value: value as string, label: adverseEventLabel(value) }));
/** CTCAE v5 general grades (clinical.md 3.6). */
const grades = [
  { value: '1', label: '1 mild' },
  { value: '2', label: '2 moderate' },
  { value: '3', label: '3 severe' },
  { value: '4', label: '4 life-threatening' },
  { value: '5', label: '5 death' },
];

function Fields({ draft, set }: FieldsProps) {
  const term = draft.term ?? '';
  const listed = terms.some((option) => option.value === term);
  return (
    <div className={classes.row}>
      <Choice
        label="Event"
        options={listed ? terms : [{ value: term, label: adverseEventLabel(term) }, ...terms]}
        value={term}
        onChange={(value) => set('term', value)}
      />
      <Choice
        label="Grade"
        options={grades}
        value={draft.grade ?? '1'}
        onChange={(value) => set('grade', value)}
      />
      <TextInput
        className={classes.wide}
        label="What was done"
        value={draft.action ?? ''}
        onChange={(event) => set('action', event.currentTarget.value)}
      />
    </div>
  );
}

function dataOf(draft: FormDraft, original: AdverseEvent) {
  const { action: _action, ...rest } = original;
  const action = (draft.action ?? '').trim();
  return {
    data: {
      ...rest,
      term: draft.term,
      grade: Number(draft.grade),
      ...(action !== '' && { action }),
      ...(isAlwaysSerious(draft.term ?? '') && { serious: true }),
    },
  };
}

export const adverseEventView: EntryView<AdverseEvent> = {
  icon: IconStethoscope,
  tone: 'strong',
  title: adverseEventKind.summarize,
  detail: ({ serious, seriousCriterion, relatedness, action, outcome }) =>
    [
      serious === true && [text.serious, seriousCriterion].filter(Boolean).join(': '),
      relatedness !== undefined && text.related[relatedness],
      action,
      outcome,
    ]
      .filter(Boolean)
      .join(' · ') || null,
  form: {
    draftOf: (data) => ({ term: data.term, grade: String(data.grade), action: data.action ?? '' }),
    dataOf,
    Fields,
  },
};
