import { unlockedSchema } from '@tandem/wire';
import { call, ProblemError } from '../data/api.ts';

/** Sessions for whose emergency a locked screen was opened while the server could not be told, and by whose login. */
const KEY = 'tandem.opened';

interface Opened {
  readonly personId: string;
  readonly sessionId: string;
}

let telling = false;

/** @throws as `call` */
export const openForEmergency = (sessionId: string, limitMs?: number) =>
  call({
    method: 'POST',
    path: `/sessions/${sessionId}/unlock`,
    body: {},
    reply: unlockedSchema,
    ...(limitMs === undefined ? {} : { limitMs }),
  });

/** Nobody answered, or the server could not: an emergency waits for neither. A refusal stays one. */
export function opensAnyway(error: unknown): boolean {
  return !(error instanceof ProblemError) || error.problem.status >= 500;
}

/** To be told to the audit once the server answers again. */
export function keepOpened(opened: Opened): void {
  keep([...kept(), opened]);
}

/** Tells what this person's login opened meanwhile; the audit has it with the time at which it was told. */
export async function tellOpened(personId: string): Promise<void> {
  const mine = kept().filter((opened) => opened.personId === personId);
  if (telling || mine.length === 0 || !navigator.onLine) return;
  telling = true;
  try {
    for (const { sessionId } of mine) {
      await tell(sessionId);
      keep(kept().filter((opened) => opened.personId !== personId || opened.sessionId !== sessionId));
    }
  } catch {
    // No answer yet: at the next look.
  } finally {
    telling = false;
  }
}

/** @throws while it is not known to have arrived */
async function tell(sessionId: string): Promise<void> {
  try {
    await openForEmergency(sessionId);
  } catch (error) {
    if (opensAnyway(error) || (error as ProblemError).problem.status === 401) throw error;
    // Refused for good: asking again changes nothing.
  }
}

function kept(): readonly Opened[] {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '[]') as Opened[];
  } catch {
    return [];
  }
}

function keep(all: readonly Opened[]): void {
  try {
    if (all.length === 0) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(all));
  } catch {
    // Storage is blocked: it opens all the same.
  }
}
