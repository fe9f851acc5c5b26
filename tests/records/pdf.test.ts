import { performance } from 'node:perf_hooks';
import { pdfPlan, type SessionRecord, sessionPdf } from '@tandem/records';
import { describe, expect, test } from 'vitest';
import { closedSession, richSession } from './support/rich-session.ts';
import { scenarioSession } from './support/scenario-sessions.ts';
import { recordOf } from './support/sealed-session.ts';

const rich = recordOf(richSession, { purpose: 'client-request' });
const chart = { variant: 'chart', measurements: false } as const;
const plan = (
  record: SessionRecord,
  variant: 'chart' | 'client' | 'going-home' = 'chart',
  measurements = false,
) => JSON.stringify(pdfPlan(record, { variant, measurements }));

interface Inline {
  readonly text?: unknown;
  readonly decoration?: string;
}

/** Every text that is set with this decoration. */
function decorated(value: unknown, decoration: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { text, decoration: own } = value as Inline;
  return [
    ...(own === decoration ? [String(text)] : []),
    ...Object.values(value).flatMap((item) => decorated(item, decoration)),
  ];
}

describe('the report as PDF', () => {
  test('[EXP-15] strikes through what was amended or entered in error, beside what stands', () => {
    const struck = decorated(pdfPlan(rich, chart).definition, 'lineThrough');
    expect(struck).toEqual(
      expect.arrayContaining([
        expect.stringContaining('164/90'),
        expect.stringContaining('heavy… like'),
        'Ketamine 60 mg IM',
        'Headache, grade 1',
      ]),
    );
    expect(struck.join()).not.toMatch(/146\/90|40 mg/);
    const text = plan(rich);
    expect(text).toMatch(/amended 10:23, mistyped/);
    expect(text).toContain('Nausea, grade 2; Fresh air; resolved');
    expect(text).toContain('left deltoid; 50 mg/mL; lot K-77');
    expect(text).toMatch(/entered in error 10:14, Recorded twice\./);
    expect(text).toContain('Text removed');
    expect(text).not.toContain('Aristotle');
  });

  test('[EXP-15] carries the chain head, who copied it and why, and each signature with its meaning and what it covers', () => {
    expect(plan(rich)).toContain(rich.head.hash);
    expect(plan(rich)).toContain('Asked for by the client');
    expect(plan(rich)).toContain('Nobody has signed this record.');
    expect(plan(recordOf(closedSession))).toMatch(
      /Closed without the signature of the physician and the therapist: Both have left\./,
    );
    const signed = recordOf(scenarioSession('uneventful'));
    const text = plan(signed);
    for (const { author, meaning } of signed.state.signatures) {
      expect(text).toContain(author.name);
      expect(text).toContain(meaning);
    }
    expect(text).toMatch(/Covers the record to entry \d+, [0-9a-f]{16}…/);
    expect(text).toContain('Practice or demo session. No real client.');
    expect(text).not.toMatch(/ng\/mL|estimate/i);
  });

  test('[EXP-16] draws every reading and every dose that stands, and none that was entered in error', () => {
    const svg = /"svg":"(.*?<\/svg>)"/.exec(plan(rich))?.[1] ?? '';
    // Each pressure is one T: its mean is the one ring.
    expect(svg.match(/fill=\\"#ffffff\\" stroke=/g)).toHaveLength(3);
    for (const words of ['40 mg IM', '20 mg IM', '3 mg IV', 'Ondansetron 4 mg IV'])
      expect(svg).toContain(`>${words}<`);
    expect(svg).not.toMatch(/60 mg/);
    expect(svg).toContain('notify at 160');
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });

  test('[EXP-16] marks a pressure that raised a notice, with its numbers on the highest', () => {
    const svg = plan(recordOf(scenarioSession('pressure-rise')));
    expect(svg.match(/rx=..3.. fill=..#(F7DEDC|FBEFC9)/g)?.length).toBeGreaterThanOrEqual(1);
    const [, chip] = /rx=..5\.5.. fill=..#(?:C11D1D|F5C83A)...*?>(\d+\/\d+)</.exec(svg) ?? [];
    expect(Number(chip?.split('/')[0])).toBeGreaterThanOrEqual(160);
    expect(plan(recordOf(scenarioSession('uneventful')))).not.toMatch(/#C11D1D|#F5C83A/);
  });

  test('[EXP-17] for a client has intention, from and to, moments and words to keep; measurements only when asked', () => {
    const text = plan(rich, 'client');
    for (const words of [
      'To meet the part that hides.',
      'I am the mistake',
      'The coat came off.',
      'I was doing my best',
    ])
      expect(text).toContain(words);
    expect(text).not.toMatch(/mmHg|Ketamine|164|146\/90|heavy|Penicillin|Nausea/);
    expect(text).not.toContain(rich.head.hash);
    expect(plan(rich, 'client', true)).toMatch(/146\/90/);
    const home = plan(rich, 'going-home');
    expect(home).toMatch(/Do not drive/);
    expect(home).toContain('Sister');
    expect(home).not.toMatch(/mistake|coat|124\/78/);
  });

  test('[EXP-18] is a PDF with its fonts inside, made in a thread beside the server', async () => {
    const before = performance.eventLoopUtilization();
    const bytes = await sessionPdf(rich, chart);
    const { utilization } = performance.eventLoopUtilization(before);
    const text = bytes.toString('latin1');
    expect(text.startsWith('%PDF-1.')).toBe(true);
    expect(text.match(/\/Type \/Page\b/g)?.length).toBeGreaterThanOrEqual(3);
    expect(text.match(/\/FontFile2/g)?.length).toBeGreaterThanOrEqual(3);
    expect(text.match(/\/BaseFont \/[A-Z]{6}\+Inter/g)?.length).toBeGreaterThanOrEqual(3);
    expect(text).not.toContain('Rivera');
    // While it was made, this thread had next to nothing to do.
    expect(utilization).toBeLessThan(0.5);
  });
});
