import { describe, expect, it } from 'vitest';
import { NoAnswerError, ProblemError } from '../data/api.ts';
import { countDone, runInOrder, type StepStates } from './run-in-order.ts';

const steps = ['a', 'b', 'c', 'd'].map((id) => ({ id }));
const types = (states: StepStates) => steps.map(({ id }) => states[id]?.type ?? 'waiting');

/** Stores by id, as the server does; what it is told to do with the next one comes first. */
function farEnd(script: readonly ('store' | 'store and say nothing' | 'say nothing' | 'refuse')[]) {
  const stored: string[] = [];
  const acts = [...script];
  const send = async ({ id }: { id: string }) => {
    const act = acts.shift() ?? 'store';
    if (act === 'refuse')
      throw new ProblemError(
        { type: 'about:blank', title: 'Not found.', status: 404, code: 'not-found' } as never,
        null,
      );
    if (act !== 'say nothing' && !stored.includes(id)) stored.push(id);
    if (act !== 'store') throw new NoAnswerError('silence');
  };
  return { stored, send };
}

describe('a series that is sent', () => {
  it('[SER-4] goes one after the other and tells how far it is', async () => {
    const { stored, send } = farEnd([]);
    const seen: string[] = [];
    const states = await runInOrder(steps, {}, send, 'stop', (now) => {
      seen.push(types(now).join(' '));
    });
    expect(stored).toEqual(['a', 'b', 'c', 'd']);
    expect(seen.slice(0, 3)).toEqual([
      'running waiting waiting waiting',
      'done waiting waiting waiting',
      'done running waiting waiting',
    ]);
    expect(countDone(steps, states)).toBe(4);
  });

  it('[SER-4] stops where nobody answers, says that it does not know, and goes on without doubling', async () => {
    const { stored, send } = farEnd(['store', 'store and say nothing']);
    const first = await runInOrder(steps, {}, send, 'stop', () => {});
    expect(types(first)).toEqual(['done', 'unknown', 'waiting', 'waiting']);
    const second = await runInOrder(steps, first, send, 'stop', () => {});
    expect(types(second)).toEqual(['done', 'done', 'done', 'done']);
    expect(stored).toEqual(['a', 'b', 'c', 'd']);
  });

  it('[SER-4] stops at a refusal when planning, and goes on past one when taking back', async () => {
    const planning = farEnd(['store', 'refuse']);
    const states = await runInOrder(steps, {}, planning.send, 'stop', () => {});
    expect(types(states)).toEqual(['done', 'refused', 'waiting', 'waiting']);
    expect(states.b).toEqual({ type: 'refused', sentence: 'Not found.' });
    const undoing = farEnd(['store', 'refuse']);
    const back = await runInOrder(steps, {}, undoing.send, 'go-on', () => {});
    expect(types(back)).toEqual(['done', 'refused', 'done', 'done']);
    const silent = farEnd(['say nothing']);
    expect(types(await runInOrder(steps, {}, silent.send, 'go-on', () => {}))[1]).toBe('waiting');
  });
});
