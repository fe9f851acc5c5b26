import { exampleProtocols } from '@tandem/api/example-protocols.ts';
import { type PaperSession, paperForms, paperPlan } from '@tandem/records';
import { describe, expect, test } from 'vitest';

const input = {
  clinic: { name: 'Harbor', timeZone: 'Europe/Berlin' },
  language: 'en',
  printedAt: '2026-11-28T06:12:00.000Z',
  printedBy: 'Dr Amara Okafor',
  sessions: [],
} as const;
const [im, iv] = exampleProtocols as [(typeof exampleProtocols)[number], (typeof exampleProtocols)[number]];
const maya: PaperSession = {
  client: {
    familyName: 'Rivera',
    givenName: 'Maya',
    birthDate: '1987-03-14',
    sex: 'female',
    mrn: 'H-0042',
    allergies: { status: 'known', items: ['Penicillin, rash', 'Latex'] },
  },
  origin: 'live',
  plannedAt: '2026-11-28T09:00:00.000Z',
  room: 'Room 2',
  team: [{ name: 'Jonas Lindqvist', role: 'therapist' }],
  weightKg: 68,
  protocol: {
    name: im.name,
    version: 2,
    confirmed: true,
    plan: { ...im.data, ceilingMgPerKg: 1.5, ceilingMg: 120, minimumIntervalMinutes: 12 },
  },
  plannedDoses: [{ drug: 'ketamine', route: 'im', amountMg: 40 }],
};
const withAllergies = (allergies: PaperSession['client']['allergies']): PaperSession => ({
  ...maya,
  client: { ...maya.client, allergies },
});
const wordsOf = (sessions: readonly PaperSession[], language: 'en' | 'de' = 'en') =>
  JSON.stringify(paperPlan({ ...input, language, sessions })).replaceAll('\u00A0', ' ');
const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length;

describe('forms on paper', () => {
  test('[PAP-1] are one sheet of two pages for each session and one that is empty; the empty one alone without any', async () => {
    expect(pagesOf(await paperForms(input))).toBe(2);
    expect(pagesOf(await paperForms({ ...input, sessions: [maya, maya] }))).toBe(6);
    expect(wordsOf([])).toContain('Client not known yet: write in full');
    expect(wordsOf([])).not.toContain('RIVERA');
  });

  test('[PAP-2] say who it is on both sides, and allergies in words', () => {
    const { definition, sheets } = paperPlan({ ...input, sessions: [maya] });
    for (const side of [definition.content, sheets?.heads[0]])
      expect(JSON.stringify(side)).toMatch(/RIVERA, Maya.*14-Mar-1987/);
    expect(JSON.stringify(definition.content)).toContain('H-0042');
    const box =
      /"text":"(ALLERGIES[^"]*|No known allergies)","bold":true,"fontSize":10.5,"color":"(#\w+)"(,"fillColor":"#C11D1D")?/;
    const boxOf = (session: PaperSession) => (box.exec(wordsOf([session])) ?? []).slice(1);
    expect(boxOf(maya)).toEqual(['ALLERGIES: Penicillin, rash; Latex', '#FFFFFF', expect.any(String)]);
    expect(boxOf(withAllergies({ status: 'not-asked', items: [] }))).toEqual([
      'ALLERGIES NOT ASKED: ask before the first dose',
      '#FFFFFF',
      expect.any(String),
    ]);
    expect(boxOf(withAllergies({ status: 'none-known', items: [] }))).toEqual([
      'No known allergies',
      '#1A1C20',
      undefined,
    ]);
  });

  test('[PAP-3] have the protocol as it counts for this client, and a row for each set that will be due', () => {
    const text = wordsOf([maya]);
    // The lower of 120 mg and 1.5 mg/kg for 68 kg.
    for (const part of [
      '102 mg',
      '12 min',
      'Ketamine 40 mg IM',
      'IM ketamine, version 2',
      '28-Nov-2026 10:00',
    ])
      expect(text).toContain(`"${part}"`);
    for (const row of ['before', '+5', '+15', '+30', '+45', '+60']) expect(text).toContain(`"${row}"`);
    const unweighed = wordsOf([{ ...maya, weightKg: null }]);
    expect(unweighed).toContain('120 mg, 1.5 mg/kg: weigh first');
    const unconfirmed = {
      ...maya,
      protocol: { ...maya.protocol, confirmed: false },
      origin: 'demo' as const,
    };
    expect(wordsOf([unconfirmed])).toMatch(/No real client\. · EXAMPLE LIMITS, not confirmed by a physician/);
    expect(text).not.toMatch(/EXAMPLE|No real client/);
  });

  test('[PAP-4] ask for what a record asks for, and say how it comes into Tandem, in either language', () => {
    const english = wordsOf([maya]);
    for (const head of ['BP mmHg', 'MOAA/S 0–5', 'Ordered by', 'Lot / vial', 'Grade 1–5', 'Signatures'])
      expect(english).toContain(`"${head}"`);
    expect(english).toMatch(
      /Printed 28-Nov-2026 07:12 by Dr Amara Okafor\. .*Started earlier.*Copied from paper/,
    );
    expect(english).toContain('Observed long enough: 120 min from the first dose');
    const line = 'The line is out and its site is fine';
    const planned = (session: PaperSession) => wordsOf([session]).split(line).length - 1;
    // The empty sheet has it for whatever route it will be.
    expect(planned(maya)).toBe(1);
    expect(planned({ ...maya, protocol: { ...maya.protocol, plan: iv.data } })).toBe(2);
    const german = wordsOf([maya], 'de');
    for (const part of [
      'ALLERGIEN: Penicillin',
      'Ketamin IM, in den Muskel',
      'Früher begonnen',
      'Seite {page} von',
    ])
      expect(german).toContain(part);
    expect(german).not.toMatch(/Signatures|Fully awake|Allergies|Started/);
  });

  test('[PAP-5] keep to two pages however much stands in them, and say what had no room', async () => {
    const items = Array.from({ length: 50 }, (_, at) =>
      `Substance ${at}, ${'reaction '.repeat(12)}`.slice(0, 120),
    );
    const full: PaperSession = {
      ...withAllergies({ status: 'known', items }),
      team: Array.from({ length: 20 }, (_, at) => ({ name: `Dr Person Number ${at}`, role: 'physician' })),
      plannedDoses: Array.from({ length: 20 }, () => ({ drug: 'ketamine', route: 'im', amountMg: 12.345 })),
      origin: 'training',
      protocol: {
        name: 'N'.repeat(200),
        version: 12,
        confirmed: false,
        plan: { ...im.data, rems: true, vitalsAtMinutes: Array.from({ length: 60 }, (_, at) => at + 1) },
      },
    };
    const named = {
      ...full,
      client: { ...full.client, familyName: 'W'.repeat(80), givenName: 'm'.repeat(80) },
    };
    for (const language of ['en', 'de'] as const) {
      const pdf = await paperForms({ ...input, language, sessions: [full, named] });
      expect(pagesOf(pdf), language).toBe(6);
    }
    expect(wordsOf([full])).toMatch(/and \d+ more: ask before the first dose/);
    expect(wordsOf([full])).toMatch(/also due at [\d, ]+ …/);
  });
});
