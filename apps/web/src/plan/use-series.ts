import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { refusedAs } from '../data/api.ts';
import { takeStep } from '../data/calls.ts';
import { useMe } from '../data/me.ts';
import { planSession } from './plan-calls.ts';
import { runInOrder, type StepStates } from './run-in-order.ts';
import type { SeriesStep } from './series.ts';

export interface SeriesRun {
  readonly steps: readonly SeriesStep[];
  readonly planned: StepStates;
  /** Why it is undone and how far that went; null while nobody asked. */
  readonly undo: { readonly reason: string; readonly cancelled: StepStates } | null;
  readonly isRunning: boolean;
}

/** Plans a series one session after the other, and takes it back the same way. */
export function useSeries() {
  const me = useMe();
  const queryClient = useQueryClient();
  const [run, setRun] = useState<SeriesRun | null>(null);

  async function plan(steps: readonly SeriesStep[], states: StepStates): Promise<void> {
    setRun({ steps, planned: states, undo: null, isRunning: true });
    const tell = (planned: StepStates) => setRun({ steps, planned, undo: null, isRunning: true });
    const planned = await runInOrder(steps, states, ({ body }) => planSession(body, me.epoch), 'stop', tell);
    void queryClient.invalidateQueries({ queryKey: ['sessions'] });
    setRun({ steps, planned, undo: null, isRunning: false });
  }

  async function cancel(of: SeriesRun, reason: string): Promise<void> {
    const show = (cancelled: StepStates, isRunning: boolean) =>
      setRun({ ...of, undo: { reason, cancelled }, isRunning });
    const known = of.undo?.cancelled ?? {};
    show(known, true);
    const cancelled = await runInOrder(
      of.steps.filter(({ id }) => of.planned[id]?.type === 'done'),
      known,
      ({ id, cancelId }) => cancelOne(id, cancelId, reason),
      'go-on',
      (states) => show(states, true),
    );
    void queryClient.invalidateQueries({ queryKey: ['sessions'] });
    show(cancelled, false);
  }

  async function cancelOne(sessionId: string, id: string, reason: string): Promise<void> {
    try {
      await takeStep(sessionId, { step: 'cancel', body: { id, reason } }, me.epoch);
    } catch (error) {
      // Somebody else cancelled it first: it is cancelled.
      if (refusedAs(error) !== 'session-cancelled') throw error;
    }
  }

  return {
    run,
    start: (steps: readonly SeriesStep[]) => void plan(steps, {}),
    again() {
      if (run === null) return;
      if (run.undo === null) void plan(run.steps, run.planned);
      else void cancel(run, run.undo.reason);
    },
    undo(reason: string) {
      if (run !== null) void cancel(run, reason);
    },
    /** Back to the form, while nothing of it is planned. */
    forget: () => setRun(null),
  };
}
