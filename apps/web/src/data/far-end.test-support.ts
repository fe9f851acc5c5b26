import { type DownFrame, type UpFrame, WIRE_VERSION } from '@tandem/wire';
import { manualTime } from './manual-time.test-support.ts';
import { createSessionSocket } from './session-socket.ts';
import type { SocketLike } from './socket-states.ts';

export const epoch = 'eeeeeeee-0000-4000-8000-000000000000';

/** The other end of a socket, held by the test. */
export class FarEnd implements SocketLike {
  onmessage: SocketLike['onmessage'] = null;
  onclose: SocketLike['onclose'] = null;
  /** Everything in its order. */
  readonly said: UpFrame[] = [];
  closed = false;
  send(text: string): void {
    this.said.push(JSON.parse(text));
  }
  /** What is asked for; pings go on beside it. */
  get sent(): UpFrame[] {
    return this.said.filter(({ type }) => type !== 'ping');
  }
  get pings(): number[] {
    return this.said.flatMap((frame) => (frame.type === 'ping' ? [frame.n] : []));
  }
  close(): void {
    this.closed = true;
  }
  says(frame: DownFrame | object | string): void {
    this.onmessage?.({ data: typeof frame === 'string' ? frame : JSON.stringify(frame) });
  }
}

/** A socket on a clock that the test turns; the server's clock is 3 s behind the device's. */
export function setUp(random: () => number = () => 0.5) {
  const time = manualTime();
  const ends: FarEnd[] = [];
  let rightsChanged = 0;
  const socket = createSessionSocket({
    open: () => {
      const end = new FarEnd();
      ends.push(end);
      return end;
    },
    scheduler: time,
    random,
    rightsChanged: () => {
      rightsChanged += 1;
    },
  });
  const end = () => ends.at(-1) as FarEnd;
  const hello = (more: object = {}) =>
    end().says({
      type: 'hello',
      wire: WIRE_VERSION,
      minWire: WIRE_VERSION,
      build: 'test',
      epoch,
      serverTime: new Date(time.nowMs() - 3_000).toISOString(),
      ...more,
    });
  return { time, ends, socket, end, hello, rightsChanged: () => rightsChanged };
}

/** Follows a session and writes down what it hears. */
export function watcher(after = 0) {
  const heard: string[] = [];
  return {
    heard,
    cursor: after,
    after() {
      return this.cursor;
    },
    entries: (entries: readonly { seq: number }[]) =>
      void heard.push(`entries ${entries.map(({ seq }) => seq)}`),
    current: (lastSeq: number) => void heard.push(`current ${lastSeq}`),
    doubted: (why: string) => void heard.push(`doubted ${why}`),
    refused: (code: string) => void heard.push(`refused ${code}`),
  };
}
