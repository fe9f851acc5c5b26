import type { DataOf, EntryKind } from '@tandem/domain';
import { expect, test } from 'vitest';
import { viewOf } from '../../entries/registry.tsx';
import { fieldLabel, fieldValue, TIME } from './field-words.ts';

const samples: { readonly [Kind in EntryKind]?: DataOf<Kind> } = {
  'vital-signs': { systolic: 148, diastolic: 92 },
  dose: { state: 'already-given', drug: 'ketamine', route: 'im', amountMg: 40, site: 'right deltoid' },
  note: { text: 'Calm.', category: 'noticed' },
  phase: { phase: 'peak' },
  'adverse-event': { term: 'chest_pain', grade: 2 },
  moment: { text: 'Silence.', tags: ['grief'] },
  shift: { from: 'I am the mistake.', to: 'I did my best.' },
  'words-to-keep': { text: 'I can put it down.' },
};

test('[COR-9] every field of a correction form has a name in words, and the time has its own', () => {
  for (const [kind, data] of Object.entries(samples)) {
    const fields = Object.keys(viewOf(kind).form?.draftOf(data, 'Europe/Berlin') ?? {});
    expect(fields.length, kind).toBeGreaterThan(0);
    expect(fields).not.toContain(TIME);
    for (const field of fields) expect(fieldLabel(field), field).not.toBe(field);
  }
  expect(fieldLabel(TIME)).toBe('Time');
  expect(fieldLabel('systolic')).toContain('mmHg');
  expect(fieldLabel('of-a-newer-page')).toBe('of-a-newer-page');
});

test('[COR-9] a value is said as the form says it', () => {
  expect(fieldValue('route', 'im')).toBe('IM');
  expect(fieldValue('phase', 'peak')).toBe('Peak');
  expect(fieldValue('term', 'chest_pain')).toBe('Chest pain');
  expect(fieldValue('category', 'noticed')).toBe('Noticed');
  expect(fieldValue('systolic', '146')).toBe('146');
  expect(fieldValue('systolic', '')).toBe('none');
});
