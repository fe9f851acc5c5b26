import { CURRENT_EVERY_MS, closeCodes, type DownFrame, type UpFrame, WIRE_VERSION } from '@tandem/wire';
import { afterHandshake, afterMessage, type ClockRange } from './clock-range.ts';
import { createEcho } from './echo.ts';
import { readFrame } from './frames.ts';
import { backoffMs } from './scheduler.ts';
import {
  type ConnectionState,
  type LineParts,
  OPEN_LIMIT_MS,
  SILENCE_LIMIT_MS,
  type SocketLike,
  type SocketLine,
  type StopReason,
} from './socket-states.ts';
import { createStillWatch, TICK_MS } from './still-watch.ts';

/** A smaller change of the clock is noise of the network. */
const CLOCK_STEP_MS = 100;

/** One connection that is kept up: handshake, silence, back-off, sleep, the server's clock. It knows no session. */
export function createSocketLine(parts: LineParts): SocketLine {
  const { scheduler } = parts;
  let state: ConnectionState = { type: 'idle' };
  let socket: SocketLike | null = null;
  let askedAtMs = 0;
  let clock: ClockRange | null = null;
  let heardAtMs = scheduler.nowMs();
  let cancelTimer = () => {};
  const echo = createEcho({
    scheduler,
    asks: () => state.type === 'live' && parts.expectsWords(),
    send: (n) => send({ type: 'ping', n }),
  });
  const still = createStillWatch(scheduler, () => parts.expectsWords() && wakened());

  function become(next: ConnectionState): void {
    state = next;
    parts.changed();
  }

  function send(frame: UpFrame): void {
    if (state.type === 'live') socket?.send(JSON.stringify(frame));
  }

  function arm(delayMs: number, task: () => void): void {
    cancelTimer();
    cancelTimer = scheduler.after(delayMs, task);
  }

  function connect(attempt: number, downSinceMs: number): void {
    drop();
    become({ type: 'connecting', attempt, downSinceMs });
    askedAtMs = scheduler.nowMs();
    const mine = parts.open();
    socket = mine;
    // A socket that was given up may still speak: only the one we hold is listened to.
    mine.onmessage = (event) => mine === socket && receive(event.data);
    mine.onclose = (event) => mine === socket && lost(event.code);
    arm(OPEN_LIMIT_MS, () => lost(0));
  }

  function drop(): void {
    cancelTimer();
    const old = socket;
    socket = null;
    old?.close();
  }

  function lost(code: number): void {
    const attempt = state.type === 'connecting' || state.type === 'waiting-to-retry' ? state.attempt : 0;
    const downSinceMs = state.type === 'connecting' ? state.downSinceMs : scheduler.nowMs();
    drop();
    if (code === closeCodes.loginEnded) {
      stop('login-ended');
      return;
    }
    if (code === closeCodes.rightsChanged) parts.rightsChanged();
    const next = attempt + 1;
    const delayMs = backoffMs(next, parts.random);
    become({ type: 'waiting-to-retry', attempt: next, downSinceMs, retryAtMs: scheduler.nowMs() + delayMs });
    arm(delayMs, () => connect(next, downSinceMs));
  }

  function stop(reason: StopReason): void {
    drop();
    still.stop();
    become({ type: 'stopped', reason });
  }

  function receive(data: unknown): void {
    if (!still.ran() && parts.expectsWords()) {
      wakened();
      return;
    }
    heardAtMs = scheduler.nowMs();
    const frame = readFrame(data);
    // What cannot be read is not believed. If it was an entry, the next `current` shows that one is missing.
    if (frame === null) return;
    if (frame.type === 'hello') greeted(frame);
    else if (state.type === 'live') {
      listenForSilence();
      parts.heard(frame);
    }
  }

  function greeted(hello: Extract<DownFrame, { type: 'hello' }>): void {
    if (hello.minWire > WIRE_VERSION) {
      stop('page-too-old');
      return;
    }
    clock = afterHandshake(clock, askedAtMs, Date.parse(hello.serverTime), scheduler.nowMs());
    listenForSilence();
    echo.begin(hello.wire);
    become({ type: 'live', epoch: hello.epoch, clockOffsetMs: clock.most, build: hello.build });
    // Before anything is asked for: then every `current` of this socket tells one back.
    echo.stir();
    parts.greeted();
  }

  function listenForSilence(): void {
    if (!parts.expectsWords()) cancelTimer();
    else {
      arm(SILENCE_LIMIT_MS, () => lost(0));
      echo.stir();
    }
  }

  /**
   * Connects anew instead of asking on the line there is: frames from before the sleep may still wait in it, and a
   * `current` among them is as old as the sleep.
   */
  function wakened(): void {
    parts.stoodStill();
    if (state.type === 'live') connect(0, heardAtMs);
    else if (state.type === 'connecting' || state.type === 'waiting-to-retry')
      connect(state.attempt, state.downSinceMs);
  }

  function retryNow(): void {
    if (state.type === 'waiting-to-retry') connect(state.attempt, state.downSinceMs);
  }

  return {
    state: () => state,
    start() {
      if (state.type !== 'idle') return;
      still.start();
      connect(0, scheduler.nowMs());
    },
    send,
    listenForSilence() {
      if (state.type === 'live') listenForSilence();
    },
    ageMs: echo.ageMs,
    sawServerTime(serverMs) {
      if (state.type !== 'live' || clock === null) return;
      clock = afterMessage(clock, serverMs, scheduler.nowMs());
      if (Math.abs(state.clockOffsetMs - clock.most) < CLOCK_STEP_MS) return;
      become({ ...state, clockOffsetMs: clock.most });
    },
    retryNow,
    woke(frozen) {
      if (state.type === 'idle' || state.type === 'stopped') return;
      const nowMs = scheduler.nowMs();
      // A browser tells of one awakening several times: the connection of the first is not thrown away.
      if (state.type === 'connecting' && Math.abs(nowMs - askedAtMs) < TICK_MS) return;
      const quiet = parts.expectsWords() && nowMs - heardAtMs > CURRENT_EVERY_MS + TICK_MS;
      if (!still.ran() || frozen || quiet) wakened();
      else retryNow();
    },
    close() {
      drop();
      still.stop();
      become({ type: 'idle' });
    },
  };
}
