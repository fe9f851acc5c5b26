import type { Page } from '@playwright/test';

export interface LiveLine {
  /** True: nothing comes through, and a new connection hears no greeting. */
  cut: boolean;
  /** Everything is so late, there and back. */
  lateMs: number;
  /** Seqs of entries that are lost on the way, for as long as they are named here. */
  readonly lost: Set<number>;
  /** The oldest page that the server says it speaks to; null: as it does. */
  minWire: number | null;
}

/** Stands between a page and its live socket; in force from the page's next load on. */
export async function tapLiveLine(page: Page): Promise<LiveLine> {
  const line: LiveLine = { cut: false, lateMs: 0, lost: new Set(), minWire: null };
  await page.routeWebSocket(/\/api\/live$/, (socket) => {
    const server = socket.connectToServer();
    const carry = (arrive: () => void) => void (line.lateMs > 0 ? setTimeout(arrive, line.lateMs) : arrive());
    server.onMessage((message) => {
      if (line.cut) return;
      const frame = JSON.parse(String(message)) as { type: string; entries?: { seq: number }[] };
      if (frame.type === 'hello' && line.minWire !== null)
        return socket.send(JSON.stringify({ ...frame, wire: line.minWire, minWire: line.minWire }));
      const entries = frame.entries?.filter(({ seq }) => !line.lost.has(seq));
      if (entries?.length !== 0)
        carry(() => socket.send(entries ? JSON.stringify({ ...frame, entries }) : message));
    });
    socket.onMessage((message) => {
      if (!line.cut) carry(() => server.send(message));
    });
  });
  return line;
}

/** Everything the page asks the server for, over HTTP, from now on. */
export function requestsOf(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/api/')) asked.push(`${request.method()} ${new URL(request.url()).pathname}`);
  });
  return asked;
}
