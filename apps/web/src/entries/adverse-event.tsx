import { IconStethoscope } from '@tabler/icons-react';
import { type AdverseEvent, adverseEventKind, isAlwaysSerious } from '@tandem/domain';
import { words } from '../words/in-room.ts';
import type { EntryView, FormDraft } from './entry-view.ts';
import { AdverseEventFields } from './later-fields.ts';

const text = words.event;
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
    Fields: AdverseEventFields,
  },
};
