import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

export type Fault =
  | 'pass'
  /** Nobody listens, and nothing that was open survives: a crash, or a firewall that rejects. */
  | 'refuse'
  /** Bytes are held both ways and arrive on healing: a frozen peer, a network that is down for a while. */
  | 'stall'
  /** The far end is gone and nobody says so: bytes vanish, and open lines stay dead after healing. */
  | 'half-open'
  /** What is asked arrives; the answer never does, and the line is cut in its place. */
  | 'drop-reply'
  /** Each way. */
  | { readonly bytesPerSecond: number };

/** One direction of a line. It is `busy` while bytes wait for the other end or trickle. */
interface Way {
  readonly from: Socket;
  readonly to: Socket;
  busy: boolean;
}
interface Line {
  readonly near: Socket;
  readonly far: Socket;
  readonly ways: readonly Way[];
  dead: boolean;
}

const SLICE_MS = 20;

/** Stands before a TCP server and does to its lines what networks do. */
export class FaultProxy {
  private readonly lines = new Set<Line>();
  private readonly server: Server;
  private fault: Fault = 'pass';
  private port = 0;

  private constructor(private target: { host: string; port: number }) {
    this.server = createServer((near) => this.open(near));
  }

  /** @param target host and port of the server behind, as a URL of any scheme */
  static async before(target: string): Promise<FaultProxy> {
    const { hostname, port } = new URL(target);
    const proxy = new FaultProxy({ host: hostname, port: Number(port) });
    await proxy.listen();
    return proxy;
  }

  /** The same address, led through this proxy. */
  through(url: string): string {
    const changed = new URL(url);
    changed.hostname = '127.0.0.1';
    changed.port = String(this.port);
    return changed.toString().replace(/\/$/, '');
  }

  async set(fault: Fault): Promise<void> {
    const before = this.fault;
    this.fault = fault;
    if (before === 'refuse' && fault !== 'refuse') await this.listen();
    if (fault === 'refuse' && before !== 'refuse') {
      // Its callback waits for the last open line; that nobody listens holds at once.
      this.server.close();
      this.cut();
    }
    for (const line of this.lines) {
      if (fault === 'half-open') this.bury(line);
      this.flow(line);
    }
  }

  /** New lines lead to another server, as after a failover; what is open is reset. @param target as in `before` */
  leadTo(target: string): void {
    const { hostname, port } = new URL(target);
    this.target = { host: hostname, port: Number(port) };
    this.cut();
  }

  /** Resets every open line, both ends. */
  cut(): void {
    for (const { near, far } of this.lines) {
      near.resetAndDestroy();
      far.resetAndDestroy();
    }
  }

  close(): void {
    this.server.close();
    for (const { near, far } of this.lines) {
      near.destroy();
      far.destroy();
    }
  }

  private listen(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(this.port, '127.0.0.1', () => {
        this.server.off('error', reject);
        this.port = (this.server.address() as AddressInfo).port;
        resolve();
      });
    });
  }

  private open(near: Socket): void {
    const far = connect(this.target);
    const ways = [
      { from: near, to: far, busy: false },
      { from: far, to: near, busy: false },
    ];
    const line: Line = { near, far, ways, dead: false };
    this.lines.add(line);
    for (const way of ways) this.join(line, way);
    if (this.fault === 'half-open') this.bury(line);
    this.flow(line);
  }

  private join(line: Line, way: Way): void {
    const { from, to } = way;
    from.setNoDelay(true);
    from.on('data', (bytes) => this.carry(line, way, bytes));
    from.on('error', () => {});
    from.on('end', () => {
      if (!line.dead) to.end();
    });
    from.on('close', (broken) => {
      if (line.dead && from === line.far) return;
      if (broken) to.resetAndDestroy();
      this.lines.delete(line);
    });
  }

  private carry(line: Line, way: Way, bytes: Buffer): void {
    if (line.dead) return;
    if (this.fault === 'drop-reply' && way.from === line.far) {
      line.near.resetAndDestroy();
      line.far.destroy();
      return;
    }
    const free = () => {
      way.busy = false;
      this.flow(line);
    };
    way.busy = true;
    way.from.pause();
    if (typeof this.fault === 'object') this.trickle(way, bytes, free);
    else if (way.to.write(bytes)) free();
    else way.to.once('drain', free);
  }

  private trickle(way: Way, bytes: Buffer, done: () => void): void {
    if (bytes.length === 0) {
      done();
      return;
    }
    const { fault } = this;
    const fast = fault === 'stall' ? 0 : bytes.length;
    const slice = typeof fault === 'object' ? Math.ceil((fault.bytesPerSecond * SLICE_MS) / 1000) : fast;
    way.to.write(bytes.subarray(0, slice));
    setTimeout(() => this.trickle(way, bytes.subarray(slice), done), SLICE_MS);
  }

  private flow({ ways }: Line): void {
    for (const { from, busy } of ways) {
      if (busy || this.fault === 'stall') from.pause();
      else from.resume();
    }
  }

  private bury(line: Line): void {
    line.dead = true;
    line.far.destroy();
  }
}
