import { connect, type RoleUrls } from '@tandem/api/db/connect.ts';
import { LogWriter } from '@tandem/api/log/append.ts';
import { isRefusal } from '@tandem/domain';
import { type ClinicYearInput, clinicYear, type Step, stepsOf } from '@tandem/scenarios';
import { answerCalls } from '../harness/calls.ts';
import type { Rate } from '../load/runs.ts';

/** Writes a year of synthetic sessions through the one writer with a scenario clock, as the seed of the demo does. */
export interface ScenarioCalls {
  play(urls: RoleUrls, clinicId: string, input: ClinicYearInput): Promise<Rate>;
}

const calls: ScenarioCalls = {
  async play(urls, clinicId, input) {
    const database = connect(urls);
    const writer = new LogWriter(database.writer);
    // Written out before the clock starts: what is measured is the writer.
    const sessions = clinicYear(input).sessions.map((session) => ({
      streamId: session.input.sessionId,
      steps: stepsOf(session, input.untilMs),
    }));
    const append = async (streamId: string, { atMs, actor, command }: Step) => {
      const outcome = await writer.append({ clinicId, streamId, actor, command, clockMs: () => atMs });
      if (isRefusal(outcome))
        throw new Error(`session ${streamId}: ${command.type} was refused: ${outcome.refused}`);
      return outcome.appended;
    };
    const began = performance.now();
    const appended = await Promise.all(
      sessions.flatMap(({ streamId, steps }) => steps.map((step) => append(streamId, step))),
    );
    const seconds = (performance.now() - began) / 1000;
    await database.close();
    return { entries: appended.reduce((sum, count) => sum + count, 0), seconds };
  },
};

answerCalls(calls, null);
