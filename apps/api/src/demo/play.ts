import { isRefusal } from '@tandem/domain';
import type { Step } from '@tandem/scenarios';
import type { Services } from '../services.ts';

/** Every step of one session through the writer, in order; a refused step is a fault of the scenario. */
export async function play(
  { writer }: Services,
  clinicId: string,
  sessionId: string,
  steps: readonly Step[],
): Promise<void> {
  const answers = await Promise.all(
    steps.map(({ atMs, actor, command }) =>
      writer.append({ clinicId, streamId: sessionId, actor, command, clockMs: () => atMs }),
    ),
  );
  const refused = answers.find(isRefusal);
  if (refused !== undefined)
    throw new Error(`the scenario of session ${sessionId} was refused: ${refused.refused}`);
}
