import type { Role, SessionState } from '@tandem/domain';
import type { InClinic } from '../db/clinic-scope.ts';
import { BoardFrames } from './board-frames.ts';
import { type Sight, seenBy } from './board-sight.ts';
import { liveStates } from './board-states.ts';
import { boardCurrentFrame, headUnknownFrame } from './frames.ts';
import { FRESH_MS } from './hub.ts';

/** A board is sent at most this often. */
const EVERY_MS = 1_000;

/** One socket that shows the board of its clinic. */
export interface BoardWatcher {
  readonly clinicId: string;
  readonly personId: string;
  readonly role: Role;
  send(frame: string): void;
  /** The last ping of its socket that had come at this monotonic moment (ms); 0 for none. */
  heardBy(atMs: number): number;
}

interface ClinicBoard {
  readonly clinicId: string;
  /** With the frame each was sent last. */
  readonly watchers: Map<BoardWatcher, string>;
  /** Folded so far, by session; only new entries are read. */
  states: ReadonlyMap<string, SessionState>;
  readAtMs: number;
  timer: NodeJS.Timeout | null;
  reading: boolean;
  /** Something happened while it was being read. */
  again: boolean;
}

/**
 * The sessions in progress of each clinic that someone looks at, folded from the log with the one `evolve`.
 * Hints only make it look sooner; the poll finds what they missed.
 */
export class Board {
  /** Said with every `board-current`. */
  saving = true;
  /** A board was wanted and could not be read in time. */
  onUnknown: () => void = () => {};
  private readonly clinics = new Map<string, ClinicBoard>();

  constructor(
    private readonly inClinic: InClinic,
    /** What the notices and times of a board are told at. */
    private readonly nowMs: () => number,
  ) {}

  add(watcher: BoardWatcher): void {
    const { clinicId } = watcher;
    const board = this.clinics.get(clinicId) ?? {
      clinicId,
      watchers: new Map<BoardWatcher, string>(),
      states: new Map<string, SessionState>(),
      readAtMs: Number.NEGATIVE_INFINITY,
      timer: null,
      reading: false,
      again: false,
    };
    this.clinics.set(clinicId, board);
    board.watchers.set(watcher, '');
    this.readSoon(board);
  }

  remove(watcher: BoardWatcher): void {
    const board = this.clinics.get(watcher.clinicId);
    board?.watchers.delete(watcher);
    if (board?.watchers.size !== 0) return;
    if (board.timer !== null) clearTimeout(board.timer);
    this.clinics.delete(watcher.clinicId);
  }

  /** Something was appended in this clinic. */
  touched(clinicId: string): void {
    const board = this.clinics.get(clinicId);
    if (board !== undefined) this.readSoon(board);
  }

  poll(): void {
    for (const board of this.clinics.values()) this.readSoon(board);
  }

  private readSoon(board: ClinicBoard): void {
    const waitMs = Math.max(0, board.readAtMs + EVERY_MS - performance.now());
    board.timer ??= setTimeout(() => {
      board.timer = null;
      void this.read(board);
    }, waitMs);
  }

  private async read(board: ClinicBoard): Promise<void> {
    board.again = board.reading;
    if (board.reading) {
      // One unanswered reading is enough; the next poll finds it still unanswered and says so again.
      if (performance.now() - board.readAtMs > FRESH_MS) this.unknown(board);
      return;
    }
    board.reading = true;
    board.readAtMs = performance.now();
    try {
      const { states, sight } = await this.inClinic(board.clinicId, async (scope) => {
        const states = await liveStates(scope, board.states);
        return { states, sight: await seenBy(scope, [...board.watchers.keys()], [...states.keys()]) };
      });
      board.states = states;
      if (performance.now() - board.readAtMs > FRESH_MS) this.unknown(board);
      // Notices come and go with the clock as well, so the frames are made anew each time.
      else tell(board, new BoardFrames(states, this.nowMs()), sight, this.saving);
    } catch {
      this.unknown(board);
    } finally {
      board.reading = false;
      if (board.again) this.readSoon(board);
    }
  }

  private unknown(board: ClinicBoard): void {
    this.onUnknown();
    for (const watcher of board.watchers.keys()) watcher.send(headUnknownFrame());
  }
}

/** Those who have not been sent this board yet get it; then all hear that it is what the database says now. */
function tell(board: ClinicBoard, frames: BoardFrames, sight: Sight, saving: boolean): void {
  for (const [watcher, lastSent] of board.watchers) {
    const seen = sight(watcher);
    // It came while this was read.
    if (seen === undefined) {
      board.again = true;
      continue;
    }
    const frame = frames.for(seen);
    if (frame !== lastSent) {
      board.watchers.set(watcher, frame);
      watcher.send(frame);
    }
    watcher.send(boardCurrentFrame(saving, watcher.heardBy(board.readAtMs)));
  }
}
