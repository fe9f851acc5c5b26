import { Agent, request } from 'node:http';

export interface HttpReply {
  readonly status: number;
  readonly body: string;
  readonly cookies: readonly string[];
}

/** node:http over kept-alive connections: the same few lines against the floor and Tandem. */
export class HttpClient {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 512 });

  constructor(readonly origin: string) {}

  send(
    method: string,
    path: string,
    headers: Readonly<Record<string, string>>,
    body = '',
  ): Promise<HttpReply> {
    return new Promise((resolve, reject) => {
      const payload =
        body === '' ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
      const sent = request(`${this.origin}${path}`, {
        method,
        agent: this.agent,
        headers: { ...headers, ...payload },
      });
      sent.once('error', reject);
      sent.once('response', (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        // A server that is killed in the middle of its answer has confirmed nothing.
        response.once('aborted', () => reject(new Error('the answer was cut off')));
        response.once('error', reject);
        response.once('end', () => {
          const cookies = (response.headers['set-cookie'] ?? []).map(
            (cookie) => cookie.split(';')[0] as string,
          );
          resolve({ status: response.statusCode ?? 0, body: Buffer.concat(parts).toString(), cookies });
        });
      });
      sent.end(body);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}
