import type { Consent } from '@tandem/wire';
import { describe, expect, it } from 'vitest';
import { consentState, newestFirst } from './consent-state.ts';

const TODAY = '2026-03-05';
const zone = 'America/New_York';
const consent = (more: Partial<Consent> = {}): Consent => ({
  id: '00000000-0000-4000-8000-000000000001',
  form: 'Ketamine treatment',
  version: '3',
  signedOn: TODAY,
  expiresOn: null,
  recordedAt: '2026-03-05T15:00:00.000Z',
  recordedBy: 'Amara Okafor',
  withdrawnAt: null,
  withdrawnBy: null,
  current: true,
  ...more,
});
const state = (more: Partial<Consent>) => consentState(consent(more), TODAY, zone);
const words = (more: Partial<Consent>) => state(more).words;

describe('a consent in words', () => {
  it('[CNS-4] is current, and until when', () => {
    expect(state({})).toEqual({ words: 'Current', standing: 'current' });
    expect(state({ expiresOn: '2026-04-04' })).toEqual({
      words: 'Current, until 04-Apr-2026',
      standing: 'current',
    });
  });

  it('[CNS-4] counts the days under 30, over a change of the clocks too, and holds on its last day', () => {
    expect(state({ expiresOn: '2026-04-03' })).toEqual({
      words: 'Current, expires in 29 days',
      standing: 'ending',
    });
    expect(words({ expiresOn: '2026-03-06' })).toBe('Current, expires in 1 day');
    expect(words({ expiresOn: TODAY })).toBe('Current, expires after today');
    expect(state({ signedOn: '2025-03-04', expiresOn: '2026-03-04' })).toEqual({
      words: 'Expired on 04-Mar-2026',
      standing: 'over',
    });
  });

  it('[CNS-4] does not count before it is signed', () => {
    expect(state({ signedOn: '2026-03-06' })).toEqual({ words: 'Counts from 06-Mar-2026', standing: 'over' });
  });

  it('[CNS-4] says who withdrew it and on which day of the clinic, whether it is expired or not', () => {
    // 04:30 in London is still the day before in New York.
    const withdrawn = { withdrawnAt: '2026-03-05T04:30:00.000Z', withdrawnBy: 'Amara Okafor' };
    expect(state(withdrawn)).toEqual({
      words: 'Withdrawn by Amara Okafor on 04-Mar-2026',
      standing: 'over',
    });
    expect(words({ ...withdrawn, withdrawnBy: null })).toBe('Withdrawn on 04-Mar-2026');
    expect(words({ ...withdrawn, signedOn: '2026-01-01', expiresOn: '2026-02-01' })).toMatch(/^Withdrawn by/);
  });

  it('[CNS-4] stands before the one signed earlier', () => {
    const told = [consent({ signedOn: '2025-01-01' }), consent({ signedOn: '2026-01-01' })];
    expect(newestFirst(told).map(({ signedOn }) => signedOn)).toEqual(['2026-01-01', '2025-01-01']);
  });
});
