import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';

/**
 * The page that checks an exported session, at `/verifier.html`: to open here, or to keep and open from a disk. It is
 * one file with its script in it, so it has a policy of its own, by the hash of that script; it may connect to nothing.
 */
export function verifierPage(app: FastifyInstance, file: string | null): void {
  if (file === null) return;
  const page = readFileSync(file, 'utf8');
  const hashes = [...page.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(
    ([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  );
  const policy = `default-src 'none'; script-src ${hashes.join(' ')}; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
  app.get('/verifier.html', { schema: { hide: true } }, async (_request, reply) =>
    reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('content-security-policy', policy)
      .header('cache-control', 'no-cache')
      .send(page),
  );
}
