import type { DownFrame } from '@tandem/wire';
import type { WebSocket } from 'ws';

/** A socket as a test reads it: every frame in order, and waiting for a condition instead of a time. */
export class LiveReader {
  readonly frames: DownFrame[] = [];
  closeCode: number | null = null;
  private readonly waiting = new Set<() => void>();

  constructor(readonly socket: WebSocket) {
    socket.on('message', (data) => {
      this.frames.push(JSON.parse(String(data)) as DownFrame);
      for (const wake of this.waiting) wake();
    });
    socket.on('error', () => {});
    socket.on('close', (code) => {
      this.closeCode = code;
      for (const wake of this.waiting) wake();
    });
  }

  /** Resolves with the first truthy answer. @throws after `timeoutMs`, with the frames so far */
  until<T>(condition: () => T | undefined | null | false, timeoutMs = 8_000): Promise<T> {
    return new Promise((resolve, reject) => {
      const check = () => {
        const answer = condition();
        if (!answer) return;
        clearTimeout(timer);
        this.waiting.delete(check);
        resolve(answer);
      };
      const timer = setTimeout(() => {
        this.waiting.delete(check);
        reject(new Error(`waited ${timeoutMs} ms; frames: ${JSON.stringify(this.frames).slice(0, 2_000)}`));
      }, timeoutMs);
      this.waiting.add(check);
      check();
    });
  }

  hello = () => this.until(() => this.frames.find((frame) => frame.type === 'hello'));
  send = (frame: unknown) => this.socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame));

  seqs(sessionId: string): number[] {
    return this.frames.flatMap((frame) =>
      frame.type === 'entries' && frame.sessionId === sessionId
        ? frame.entries.map((entry) => entry.seq)
        : [],
    );
  }
}
