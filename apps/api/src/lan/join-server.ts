import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { ConfigRefusal } from '../config.ts';
import { appleProfile } from './apple-profile.ts';
import type { Authority } from './authority.ts';
import { joinPage } from './join-page.ts';
import { originAt } from './own-places.ts';

export interface JoinServer {
  stop(): Promise<void>;
}

interface JoinOptions {
  readonly port: number;
  /** Of Tandem itself, on the same address. */
  readonly httpsPort: number;
  readonly authority: Pick<Authority, 'der' | 'fingerprint'>;
}

const headers = {
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

/**
 * Plain http, because a tablet that has not joined trusts nothing yet: the page that says how, and the certificate of
 * the authority. Nothing of a clinic or a person is here, and nothing can be sent to it.
 * @throws ConfigRefusal when the port is taken
 */
export async function startJoinServer(options: JoinOptions): Promise<JoinServer> {
  const server = createServer({ requestTimeout: 10_000, headersTimeout: 5_000 }, (request, reply) =>
    answer(request, reply, options),
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: { code?: string }) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new ConfigRefusal(
              `Port ${options.port}, where tablets join, is in use by another program. Stop it, or start with another one: JOIN_PORT=${options.port + 1} npm start -- --lan`,
            )
          : error,
      ),
    );
    server.listen(options.port, '0.0.0.0', resolve);
  });
  return {
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string | Buffer;
  readonly more?: Readonly<Record<string, string>>;
}

function answer(request: IncomingMessage, reply: ServerResponse, options: JoinOptions): void {
  const { status, type, body, more } = answerTo(request, options);
  reply.writeHead(status, { ...headers, 'content-type': type, ...more });
  reply.end(request.method === 'HEAD' ? undefined : body);
}

function answerTo(request: IncomingMessage, { authority, httpsPort }: JoinOptions): Answer {
  const text = 'text/plain; charset=utf-8';
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return { status: 405, type: text, body: 'Only reading is possible here.', more: { allow: 'GET, HEAD' } };
  switch ((request.url ?? '/').split('?')[0]) {
    case '/': {
      // The address that this tablet came to is one that it can reach; what its Host header says is not asked.
      const address = (request.socket.localAddress ?? '127.0.0.1').replace(/^::ffff:/, '');
      const tandem = originAt(address, httpsPort);
      const { 'user-agent': agent = '', 'accept-language': language = '' } = request.headers;
      const body = joinPage({ tandem, agent, language, authority });
      return { status: 200, type: 'text/html; charset=utf-8', body };
    }
    case '/tandem-authority.crt': {
      const more = { 'content-disposition': 'attachment; filename="tandem-authority.crt"' };
      return { status: 200, type: 'application/x-x509-ca-cert', body: authority.der, more };
    }
    case '/tandem.mobileconfig':
      return { status: 200, type: 'application/x-apple-aspen-config', body: appleProfile(authority) };
    default:
      return { status: 302, type: text, body: 'Tablets join at /.', more: { location: '/' } };
  }
}
