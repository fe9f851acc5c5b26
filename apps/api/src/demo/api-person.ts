import { DEMO_PASSWORD } from './people.ts';

/** What the API said. A refusal is final for what was sent; everything else that went wrong is thrown. */
export type Answer<Body> =
  | { readonly ok: true; readonly body: Body }
  | { readonly ok: false; readonly code: string };

/** Longer than the server's own deadlines: an answer that takes this long will not come. */
const DEADLINE_MS = 20_000;

/** A person of the demo at the ordinary API: signs in when first needed, and again when the login has ended. */
export class ApiPerson {
  private cookie: string | null = null;

  constructor(
    private readonly address: string,
    private readonly email: string,
    private readonly signal: AbortSignal,
  ) {}

  /** @throws on a failure that may pass: no network, a server that is busy or broken, an abort */
  async call<Body>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Answer<Body>> {
    this.cookie ??= await this.signIn();
    let reply = await this.send(method, path, body, this.cookie);
    if (reply.status === 401) {
      this.cookie = await this.signIn();
      reply = await this.send(method, path, body, this.cookie);
    }
    let answer = (await reply.json()) as Body & { code?: string };
    if (answer.code === 'confirm-needed') {
      const confirmed = await this.send(
        'POST',
        '/api/auth/confirm',
        { password: DEMO_PASSWORD },
        this.cookie,
      );
      await confirmed.text();
      reply = await this.send(method, path, body, this.cookie);
      answer = (await reply.json()) as Body & { code?: string };
    }
    if (reply.ok) return { ok: true, body: answer };
    if (reply.status >= 500 || reply.status === 429 || reply.status === 401) throw notNow(reply);
    return { ok: false, code: answer.code ?? String(reply.status) };
  }

  private async signIn(): Promise<string> {
    const credentials = { email: this.email, password: DEMO_PASSWORD };
    const reply = await this.send('POST', '/api/auth/sign-in/email', credentials);
    if (!reply.ok) throw notNow(reply);
    // The whole answer is read, so that its connection is free for the next call.
    await reply.text();
    const cookies = reply.headers.getSetCookie().map((one) => one.split(';')[0]);
    return cookies.join('; ');
  }

  private send(method: string, path: string, body?: unknown, cookie?: string): Promise<Response> {
    return fetch(`${this.address}${path}`, {
      method,
      headers: {
        ...(cookie === undefined ? {} : { cookie }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.any([this.signal, AbortSignal.timeout(DEADLINE_MS)]),
    });
  }
}

const notNow = (reply: Response) => new Error(`the server answered ${reply.status}`);
