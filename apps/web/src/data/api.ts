import { type Problem, receivedProblemSchema } from '@tandem/wire';
import type { z } from 'zod';
import { isCut } from './cut-line.ts';

/** The server answered no. Its sentence is for the person. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  constructor(
    readonly problem: Problem,
    /** Seconds to wait, where the server said so. */
    readonly retryAfterSeconds: number | null,
  ) {
    super(problem.title);
  }
}

/** No answer, or one that cannot be read: nobody knows whether it was done. */
export class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError';
}

export const REQUEST_LIMIT_MS = 10_000;

export interface Call<Reply> {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT';
  readonly path: string;
  readonly body?: unknown;
  /** What the reply must be; null when only its success matters. */
  readonly reply: z.ZodType<Reply> | null;
  /** Waited for that long; {@link REQUEST_LIMIT_MS} where nothing else is said. */
  readonly limitMs?: number;
  /** Writes name the database they were made for (interface.md, Epoch). */
  readonly epoch?: string;
}

let askAgain: () => Promise<boolean> = async () => false;
/** Set once, by the router: asks for the password once more. False: the person would rather not. */
export function whenConfirmNeeded(task: () => Promise<boolean>): void {
  askAgain = task;
}

/**
 * One call to the API. What needs a fresh login asks for the password and is then sent again as it was. The reply is
 * checked against the wire before anything believes it.
 * @throws ProblemError when the server refused, NoAnswerError when nobody knows
 */
export async function call<Reply>({ reply, ...asked }: Call<Reply>): Promise<Reply> {
  const response = await granted(asked);
  if (reply === null) return undefined as Reply;
  const parsed = reply.safeParse(await jsonOf(response));
  if (!parsed.success) throw new NoAnswerError(`unreadable reply to ${asked.method} ${asked.path}`);
  return parsed.data;
}

/** The answer as it came, of a call that was not refused. @throws as {@link call} */
export async function granted(asked: Omit<Call<unknown>, 'reply'>): Promise<Response> {
  const { method, path, body, epoch, limitMs = REQUEST_LIMIT_MS } = asked;
  const response = await answerTo(`/api${path}`, {
    method,
    credentials: 'same-origin',
    signal: AbortSignal.timeout(limitMs),
    headers: {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(epoch === undefined ? {} : { 'tandem-epoch': epoch }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (response.ok) return response;
  const refusal = refusalOf(response, await jsonOf(response));
  if (refusedAs(refusal) === 'confirm-needed' && (await askAgain())) return granted(asked);
  throw refusal;
}

async function answerTo(url: string, init: RequestInit): Promise<Response> {
  if (isCut()) throw new NoAnswerError('cut');
  try {
    return await fetch(url, init);
  } catch (cause) {
    throw new NoAnswerError('no answer', { cause });
  }
}

async function jsonOf(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (cause) {
    throw new NoAnswerError('not JSON', { cause });
  }
}

function refusalOf(response: Response, json: unknown): Error {
  const problem = receivedProblemSchema.safeParse(json);
  // Something between us and the API answered, such as a proxy: not a refusal of ours.
  if (!problem.success) return new NoAnswerError(`status ${response.status}`);
  const seconds = Number(response.headers.get('retry-after'));
  return new ProblemError(problem.data, Number.isFinite(seconds) && seconds > 0 ? seconds : null);
}

/** The refusal's code, or null for anything else. */
export function refusedAs(error: unknown): Problem['code'] | null {
  return error instanceof ProblemError ? error.problem.code : null;
}
