import type { SessionState } from '@tandem/domain';
import type { BoardSession } from '@tandem/wire';
import { boardLine, withoutValues } from './board-line.ts';
import { frameOf } from './frames.ts';

/** The board of one moment, once for all who see the same of it. */
export class BoardFrames {
  private readonly lines: readonly BoardSession[];
  private readonly made = new Map<string, string>();

  constructor(states: ReadonlyMap<string, SessionState>, nowMs: number) {
    this.lines = [...states.values()].map((state) => boardLine(state, nowMs));
  }

  /** @param seen sessions that are shown with their values; of the others room, phase and notices alone */
  for(seen: ReadonlySet<string>): string {
    const key = this.lines.map(({ sessionId }) => (seen.has(sessionId) ? '1' : '0')).join('');
    const known = this.made.get(key);
    if (known !== undefined) return known;
    const sessions = this.lines.map((line) => (seen.has(line.sessionId) ? line : withoutValues(line)));
    const frame = frameOf({ type: 'board', sessions });
    this.made.set(key, frame);
    return frame;
  }
}
