import { BlockList, isIP } from 'node:net';
import { refuse } from '@tandem/domain';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Registry } from 'prom-client';
import type { HealthLook } from '../health/look.ts';
import type { Counted } from '../metrics/counted.ts';
import { Measured } from '../metrics/measured.ts';
import { ofProcess } from '../metrics/of-process.ts';
import type { Hub } from '../stream/hub.ts';
import { sendRefusal } from './errors.ts';

const loopback = ['127.0.0.0/8', '::1'];
/** What proxies add to a request that they pass on. */
const passedOnBy = [
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
  'forwarded',
  'via',
];

export interface MetricsParts {
  readonly counted: Counted;
  readonly health: HealthLook;
  readonly hub: Pick<Hub, 'watchedSessions'>;
  /** Addresses and blocks that are answered besides this computer. */
  readonly from: readonly string[];
}

/** `/metrics` for Prometheus. To everybody else there is nothing at this address. */
export function metrics(app: FastifyInstance, { counted, health, hub, from }: MetricsParts): void {
  const measured = new Measured(counted.registry);
  const answered = blockList([...loopback, ...from]);
  app.addHook('onResponse', ({ method }, { statusCode }, done) => {
    counted.answered(method, statusCode);
    done();
  });
  app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    if (!isAnswered(request, answered)) return sendRefusal(reply, refuse('not-found'));
    measured.set(await health.look(), {
      sockets: app.websocketServer.clients.size,
      watchedSessions: hub.watchedSessions(),
    });
    const registry = Registry.merge([counted.registry, ofProcess()]);
    return reply
      .header('cache-control', 'no-store')
      .type(Registry.PROMETHEUS_CONTENT_TYPE)
      .send(await registry.metrics());
  });
}

function blockList(blocks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const block of blocks) {
    const [address = '', bits] = block.split('/');
    const family = familyOf(address);
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
}

/**
 * A proxy on this computer that nobody named in TRUST_PROXY asks from this computer's own address, for anybody in the
 * world: what was passed on by such a one is answered to nobody.
 */
function isAnswered({ ip, socket, headers }: FastifyRequest, answered: BlockList): boolean {
  const passedOn = passedOnBy.some((name) => headers[name] !== undefined);
  if (passedOn && ip === socket.remoteAddress) return false;
  return isIP(ip) !== 0 && answered.check(ip, familyOf(ip));
}

const familyOf = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4');
