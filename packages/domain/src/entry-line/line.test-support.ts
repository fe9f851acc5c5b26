import type { VitalSigns } from '../entries/vital-signs.ts';
import { vitalSignRows } from '../vitals/catalog.ts';
import { parseEntryLine } from './parse.ts';
import type { LineContext, LineReading } from './reading.ts';

/** 14:00:00 UTC, on a wall clock that shows UTC. */
export const NOW = Date.parse('2026-11-24T14:00:00.000Z');

export const context: LineContext = {
  nowMs: NOW,
  atClock: (hours, minutes) => {
    const today = Date.parse('2026-11-24T00:00:00.000Z') + (hours * 60 + minutes) * 60_000;
    return today <= NOW + 120_000 ? today : today - 86_400_000;
  },
  forced: null,
};

export const read = (line: string, forced: LineContext['forced'] = null): LineReading =>
  parseEntryLine(line, { ...context, forced });

/** Kind and data, or the sentence of a problem: what a test compares most. */
export function understood(line: string, forced: LineContext['forced'] = null): unknown {
  const reading = read(line, forced);
  if (reading.type === 'entry') return { [reading.entry.kind]: reading.entry.data };
  return reading.type === 'problem' ? reading.sentence : 'empty';
}

/** A set as a person would type it: pressure, then each other value with its letters. */
export function lineOf(data: VitalSigns): string {
  const parts = data.systolic === undefined ? [] : [`${data.systolic}/${data.diastolic}`];
  for (const row of vitalSignRows) {
    const value = data[row.key];
    if (value !== undefined && row.line.before.length > 0) parts.push(`${row.line.before[0]}${value}`);
  }
  return parts.join(' ');
}
