import { IconHeartbeat } from '@tabler/icons-react';
import {
  formatVitalSign,
  meanArterialPressure,
  notMeasuredWords,
  parseEntryLine,
  type VitalSigns,
  vitalSignRows,
} from '@tandem/domain';
import { words } from '../words/in-room.ts';
import type { EntryView, FormDraft } from './entry-view.ts';
import { VitalSignsFields } from './later-fields.ts';

/** Through the entry line's own grammar, so that form and line refuse the same things with the same words. */
function dataOf(draft: FormDraft, original: VitalSigns) {
  const typed = (key: string) => (draft[key] ?? '').trim();
  const parts: string[] = [];
  if (typed('systolic') !== '' || typed('diastolic') !== '')
    parts.push(`${typed('systolic')}/${typed('diastolic')}`);
  for (const row of vitalSignRows) {
    const label = row.line.before[0];
    if (label !== undefined && typed(row.key) !== '') parts.push(`${label}${typed(row.key)}`);
  }
  const { notMeasured, takenById } = original;
  const kept = { ...(notMeasured && { notMeasured }), ...(takenById && { takenById }) };
  if (parts.length === 0)
    return notMeasured === undefined ? { sentence: words.correct.noValue } : { data: kept };
  const reading = parseEntryLine(parts.join(' '), { nowMs: 0, atClock: () => 0, forced: 'vital-signs' });
  if (reading.type === 'problem') return { sentence: reading.sentence };
  return reading.type === 'entry'
    ? { data: { ...reading.entry.data, ...kept } }
    : { sentence: words.correct.noValue };
}

/** "148/92 · HR 88 · SpO₂ 97 %": short enough for a row; the table names every unit. */
function title(data: VitalSigns): string {
  const parts: string[] = [];
  if (data.systolic !== undefined) parts.push(`${data.systolic}/${data.diastolic}`);
  for (const row of vitalSignRows) {
    const value = data[row.key];
    if (value === undefined || row.lane === 'blood-pressure') continue;
    if (row.key === 'oxygenLitresPerMin' && value === 0) parts.push(words.vitals.roomAir);
    else parts.push(`${row.short} ${row.unit === '/min' ? value : formatVitalSign(row.key, value)}`);
  }
  return [...parts, ...notMeasuredWords(data.notMeasured)].join(' · ');
}

export const vitalSignsView: EntryView<VitalSigns> = {
  icon: IconHeartbeat,
  tone: 'strong',
  title,
  detail: ({ systolic, diastolic }) =>
    systolic === undefined || diastolic === undefined
      ? null
      : `MAP ${meanArterialPressure(systolic, diastolic)}`,
  form: {
    draftOf: (data) =>
      Object.fromEntries(
        vitalSignRows.map((row) => [row.key, data[row.key] === undefined ? '' : String(data[row.key])]),
      ),
    dataOf,
    Fields: VitalSignsFields,
  },
};
