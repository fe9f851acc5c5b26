import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { FaultProxy } from '../support/fault-proxy.ts';

/** Answers every byte with the same byte, and keeps what it was asked. */
let echo: Server;
let asked = '';
/** What goes over the line beside the one that fails. */
const BESIDE = '.';
let proxy: FaultProxy;
const sockets: Socket[] = [];

beforeAll(async () => {
  echo = createServer((socket) => {
    socket.on('error', () => {});
    socket.on('data', (bytes) => {
      asked += String(bytes).replaceAll(BESIDE, '');
      socket.write(bytes);
    });
  }).listen(0, '127.0.0.1');
  await once(echo, 'listening');
});
beforeEach(async () => {
  asked = '';
  proxy = await beforeEcho();
});
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
  proxy.close();
});
afterAll(() => void echo.close());

const beforeEcho = () => FaultProxy.before(`tcp://127.0.0.1:${(echo.address() as AddressInfo).port}`);

class Client {
  heard = '';
  /** Whether the line ended with an error; null while it is open. */
  broken: boolean | null = null;
  readonly socket: Socket;

  constructor(through = proxy) {
    this.socket = connect(Number(new URL(through.through('tcp://h:1')).port), '127.0.0.1');
    sockets.push(this.socket);
    this.socket.on('data', (bytes) => {
      this.heard += String(bytes);
    });
    this.socket.on('error', () => {});
    this.socket.on('close', (broken) => {
      this.broken = broken;
    });
  }
}
const soon = (check: () => void) => expect.poll(check as () => unknown, { timeout: 3_000, interval: 5 });
/** The fault is that nothing comes. It would have by now: a line beside it went there and back so often meanwhile. */
async function aWhile(): Promise<void> {
  const whole = await beforeEcho();
  const client = new Client(whole);
  for (let turns = 1; turns <= 20; turns += 1) {
    client.socket.write(BESIDE);
    await soon(() => client.heard.length).toBe(turns);
  }
  whole.close();
}

test('pass carries both ways; cut resets what is open and lets the next one through', async () => {
  const first = new Client();
  first.socket.write('one');
  await soon(() => first.heard).toBe('one');
  proxy.cut();
  await soon(() => first.broken).toBe(true);
  const second = new Client();
  second.socket.write('two');
  await soon(() => second.heard).toBe('two');
});

test('refuse ends what is open and takes nobody, until it passes on the same port', async () => {
  const first = new Client();
  first.socket.write('one');
  await soon(() => first.heard).toBe('one');
  await proxy.set('refuse');
  const refused = new Client();
  await soon(() => [first.broken, refused.broken]).toEqual([true, true]);
  await proxy.set('pass');
  const second = new Client();
  second.socket.write('two');
  await soon(() => second.heard).toBe('two');
});

test('stall holds bytes both ways, and they arrive once it passes', async () => {
  const client = new Client();
  client.socket.write('one');
  await soon(() => client.heard).toBe('one');
  await proxy.set('stall');
  client.socket.write('two');
  await aWhile();
  expect([asked, client.heard, client.broken]).toEqual(['one', 'one', null]);
  await proxy.set('pass');
  await soon(() => client.heard).toBe('onetwo');
});

test('half-open tells nobody: open lines stay dead after healing, new ones live', async () => {
  const client = new Client();
  client.socket.write('one');
  await soon(() => client.heard).toBe('one');
  await proxy.set('half-open');
  const during = new Client();
  during.socket.write('two');
  await aWhile();
  await proxy.set('pass');
  client.socket.write('three');
  await aWhile();
  expect([asked, client.heard, client.broken, during.broken]).toEqual(['one', 'one', null, null]);
  const after = new Client();
  after.socket.write('four');
  await soon(() => after.heard).toBe('four');
});

test('drop-reply lets the request arrive and cuts the line in place of the answer', async () => {
  const client = new Client();
  await proxy.set('drop-reply');
  client.socket.write('pay');
  await soon(() => client.broken).toBe(true);
  expect([asked, client.heard]).toEqual(['pay', '']);
});

test('slow carries so many bytes a second, in order', async () => {
  const client = new Client();
  await proxy.set({ bytesPerSecond: 10_000 });
  const startMs = performance.now();
  const text = Array.from({ length: 500 }, (_, at) => String(at % 10)).join('');
  client.socket.write(text);
  client.socket.write(text);
  await soon(() => client.heard).toBe(text + text);
  // Five slices 20 ms apart; the way back overlaps with the way there.
  expect(performance.now() - startMs).toBeGreaterThan(70);
});
