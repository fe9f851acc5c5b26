import { type Rng, rngOf } from '@tandem/scenarios';
import type { DescribedCall } from '../support/json-schema.ts';
import { fuzzRequest, fuzzTail, type Sender } from './fuzz-bodies.ts';
import { fuzzFrame } from './fuzz-frames.ts';
import { ORIGIN } from './house.ts';
import { RawHttp } from './raw-http.ts';
import { RawSocket } from './raw-socket.ts';
import { until } from './screen.ts';

/** Connections that attack beside each other; each has a seed of its own, so that a run can be made again. */
const LANES = 4;
/** Under the 60 frames that a socket may send in one burst: beyond, the limit would answer and not the parser. */
const FRAMES_PER_SOCKET = 50;
/** How many requests have no end; the server is silent about these until its own limit. */
const TAILS = 0.04;
const SILENCE_MS = 60;

/** Random frames and bodies, and what came back of them, counted by name. */
export class RandomAttack {
  /** Sent so far, of both sorts. */
  sent = 0;
  private readonly counted = new Map<string, number>();
  private rounds = 0;
  private readonly cookies: string[] = [];
  /** Logins that are being begun anew, by the cookie that is no longer good. */
  private readonly renewing = new Map<string, Promise<void>>();
  private readonly lastAsked = new Map<DescribedCall, string>();
  /** Who may not, by call. */
  private readonly refused = new Map<DescribedCall, Set<string>>();

  constructor(
    private readonly seed: number,
    private readonly address: string,
    private readonly session: string,
    /** Of several people, the one who may most first: begins a login and says its cookie. */
    private readonly signIns: readonly (() => Promise<string>)[],
  ) {}

  /** Before the first strike. */
  async begin(): Promise<void> {
    this.cookies.push(...(await Promise.all(this.signIns.map((signIn) => signIn()))));
  }

  /** How often each answer came. */
  get outcomes(): Readonly<Record<string, number>> {
    return Object.fromEntries([...this.counted].sort());
  }

  forget(): void {
    this.counted.clear();
  }

  socket(): Promise<RawSocket> {
    return RawSocket.open(this.address, ORIGIN, this.cookies[0] as string);
  }

  frames(count: number): Promise<void> {
    return this.inLanes('frames', count, (rng, left) => this.oneSocket(rng, left));
  }

  bodies(count: number, calls: readonly DescribedCall[]): Promise<void> {
    const { host } = new URL(this.address);
    const sender = {
      host,
      origin: ORIGIN,
      session: this.session,
      cookieFor: (rng: Rng, call: DescribedCall) => this.cookieFor(rng, call),
    };
    return this.inLanes('bodies', count, (rng, left) => this.oneConnection(rng, left, calls, sender));
  }

  /** @param step sends up to `left` and says how many */
  private async inLanes(
    what: string,
    count: number,
    step: (rng: Rng, left: number) => Promise<number>,
  ): Promise<void> {
    let left = count;
    this.rounds += 1;
    const lane = async (at: number) => {
      const rng = rngOf(`random-${what}`, this.seed, this.rounds, at);
      while (left > 0) {
        const share = Math.min(left, FRAMES_PER_SOCKET);
        left -= share;
        const sent = await step(rng, share);
        this.sent += sent;
        left += share - sent;
      }
    };
    await Promise.all(Array.from({ length: LANES }, (_, at) => lane(at)));
  }

  private async oneSocket(rng: Rng, left: number): Promise<number> {
    const raw = await this.socket();
    let sent = 0;
    for (const most = rng.int(1, left); sent < most && !raw.gone; sent += 1) {
      raw.send(fuzzFrame(rng, this.session));
      if (rng.chance(0.2)) await new Promise((resolve) => setImmediate(resolve));
    }
    raw.socket.end();
    await until('the server ends the line', () => raw.gone, 20_000, 1);
    this.count(raw.closeCode === null ? 'ended' : `closed ${raw.closeCode}`);
    for (const text of raw.texts)
      if (text.startsWith('{"type":"error"'))
        this.count(`error ${(JSON.parse(text) as { code: string }).code}`);
    return sent;
  }

  private async oneConnection(
    rng: Rng,
    left: number,
    calls: readonly DescribedCall[],
    sender: Sender,
  ): Promise<number> {
    const http = new RawHttp(this.address);
    const withBody = calls.filter(({ body }) => body !== undefined);
    for (let sent = 0; sent < left; sent += 1) {
      // What takes a body mostly: the rest has no schema to reach.
      const call = rng.pick(rng.chance(0.9) ? withBody : calls);
      // What ends where it says is answered, however long it takes; what does not, until it is plain that nothing comes.
      const { status, code } = rng.chance(TAILS)
        ? await http.ask(fuzzTail(rng, call, sender), SILENCE_MS)
        : await http.ask(fuzzRequest(rng, call, sender), 10_000);
      if (code === 'role-may-not') this.refuse(call);
      // A request ended it, as some are bound to: without a login nothing would be read any more.
      if (code === 'not-signed-in') await this.renew(this.lastAsked.get(call));
      this.count(`status ${status ?? 'none'}`);
      if (status !== null && status >= 500) this.count(`${status} at ${call.method} ${call.path}`);
      if (code !== undefined) this.count(`code ${code}`);
    }
    http.close();
    return left;
  }

  /** The first that was not refused here; one in twenty all the same any of them. */
  private cookieFor(rng: Rng, call: DescribedCall): string {
    const any = rng.pick(this.cookies);
    const refused = this.refused.get(call);
    const may = this.cookies.find((cookie) => refused?.has(cookie) !== true) ?? any;
    this.lastAsked.set(call, rng.chance(0.05) ? any : may);
    return this.lastAsked.get(call) as string;
  }

  private refuse(call: DescribedCall): void {
    const known = this.refused.get(call) ?? new Set();
    this.refused.set(call, known.add(this.lastAsked.get(call) as string));
  }

  private async renew(ended: string | undefined): Promise<void> {
    const at = this.cookies.indexOf(ended ?? '');
    if (ended === undefined || at < 0) return;
    const begun = this.renewing.get(ended) ?? this.beginAgain(at, ended);
    this.renewing.set(ended, begun);
    await begun;
  }

  private async beginAgain(at: number, ended: string): Promise<void> {
    const cookie = await (this.signIns[at] as () => Promise<string>)();
    this.cookies[at] = cookie;
    for (const refused of this.refused.values()) if (refused.delete(ended)) refused.add(cookie);
    this.count('login begun anew');
  }

  private count(what: string): void {
    this.counted.set(what, (this.counted.get(what) ?? 0) + 1);
  }
}
