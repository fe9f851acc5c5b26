import { isRefusal } from '@tandem/domain';
import type { CourseStep, Step } from '@tandem/scenarios';
import type { Services } from '../services.ts';

/** Every step of one session or course through the writer, in order; a refused step is a fault of the scenario. */
export async function play(
  { writer }: Services,
  clinicId: string,
  streamId: string,
  steps: readonly (Step | CourseStep)[],
): Promise<void> {
  const answers = await Promise.all(
    steps.map(({ atMs, actor, command }) =>
      writer.append({ clinicId, streamId, actor, command, clockMs: () => atMs }),
    ),
  );
  const refused = answers.find(isRefusal);
  if (refused !== undefined) throw new Error(`the scenario of ${streamId} was refused: ${refused.refused}`);
}
