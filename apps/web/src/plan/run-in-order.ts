import { ProblemError } from '../data/api.ts';
import { sentenceOf } from '../data/failure.ts';

/** One step of many that are asked for together: plan six sessions, cancel six. */
export type StepState =
  | { readonly type: 'waiting' }
  | { readonly type: 'running' }
  | { readonly type: 'done' }
  /** The server said no: it was not done. */
  | { readonly type: 'refused'; readonly sentence: string }
  /** No answer: nobody knows whether it was done. Sending the same id again finds out. */
  | { readonly type: 'unknown'; readonly sentence: string };

export type StepStates = Readonly<Record<string, StepState>>;

/**
 * Sends what is not done yet, one after the other, and stops where nobody answers: what comes after it is left as it
 * is, so that a person sees where it stopped. Called again, it goes on from there. Steps carry ids of their own, so
 * that one sent again after silence is done once.
 * @param onRefused whether a refusal stops the rest too
 * @returns the states after it
 */
export async function runInOrder<Step extends { readonly id: string }>(
  steps: readonly Step[],
  states: StepStates,
  send: (step: Step) => Promise<unknown>,
  onRefused: 'stop' | 'go-on',
  tell: (states: StepStates) => void,
): Promise<StepStates> {
  let now = states;
  const set = (id: string, state: StepState) => {
    now = { ...now, [id]: state };
    tell(now);
  };
  for (const step of steps) {
    if (now[step.id]?.type === 'done') continue;
    set(step.id, { type: 'running' });
    try {
      await send(step);
      set(step.id, { type: 'done' });
    } catch (error) {
      const refused = error instanceof ProblemError;
      set(step.id, { type: refused ? 'refused' : 'unknown', sentence: sentenceOf(error) });
      if (!refused || onRefused === 'stop') break;
    }
  }
  return now;
}

export function countDone(steps: readonly { readonly id: string }[], states: StepStates): number {
  return steps.filter(({ id }) => states[id]?.type === 'done').length;
}
