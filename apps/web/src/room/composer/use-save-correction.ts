import {
  type AnyNewEntry,
  type CorrectionEffect,
  correctionEffect,
  formatInstant,
  withExpected,
} from '@tandem/domain';
import { useState } from 'react';
import { serverNowMs } from '../../data/clock.ts';
import type { Draft } from '../../data/record.ts';
import { useRoom } from '../room-context.ts';

type Correction = Pick<Extract<AnyNewEntry, { kind: 'amendment' | 'retraction' }>, 'kind' | 'data'>;

export interface Asked {
  readonly effect: CorrectionEffect;
  confirm(): void;
  back(): void;
}

/**
 * Saves an amendment or a retraction and goes back to the line. One that moves the first dose is asked about first,
 * with what it changes: `asked` is to be shown until somebody has confirmed it or gone back (BAS-8).
 */
export function useSaveCorrection(): { save(correction: Correction): void; readonly asked: Asked | null } {
  const { view, me, setTask, record } = useRoom();
  const [waiting, setWaiting] = useState<{ correction: Correction; effect: CorrectionEffect } | null>(null);

  function store({ kind, data }: Correction): void {
    record({ kind, data, happenedAtMs: null, line: '' } as Draft);
    setTask({ type: 'line' });
  }

  function save(correction: Correction): void {
    const nowMs = serverNowMs();
    const entry = { ...correction, id: crypto.randomUUID(), happenedAt: formatInstant(nowMs) } as AnyNewEntry;
    const author = { id: me.person.id, name: me.person.name, role: me.role };
    const after = withExpected(view.expected, entry, author, nowMs);
    const effect = correctionEffect(view.expected, after, nowMs);
    if (effect === null) store(correction);
    else setWaiting({ correction, effect });
  }

  const asked =
    waiting === null
      ? null
      : {
          effect: waiting.effect,
          confirm: () => store(waiting.correction),
          back: () => setWaiting(null),
        };
  return { save, asked };
}
