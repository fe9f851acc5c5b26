import { createHash, generateKeyPairSync } from 'node:crypto';
import forge from 'node-forge';
import { readOrCreateSecret } from '../keys.ts';
import type { OwnPlaces } from './own-places.ts';

/** In KEYS_DIR: key and certificate of the clinic's own authority, which its tablets trust. */
const AUTHORITY_FILE = 'lan-authority.pem';
const DAY_MS = 86_400_000;
/** Longer than any tablet lives: a new authority means going to every tablet again. */
const AUTHORITY_DAYS = 20 * 365;
/** Apple refuses server certificates over 825 days from authorities that people install, and 398 from others. */
export const SERVER_DAYS = 397;
/** A tablet whose clock is a little behind must not find a certificate from tomorrow. */
const BACKDATED_MS = 2 * DAY_MS;

/** What it may vouch for, and nothing in the world besides: this network's addresses and names (RFC 5280, 4.2.1.10). */
const PERMITTED_BLOCKS = [
  ['10.0.0.0', '255.0.0.0'],
  ['172.16.0.0', '255.240.0.0'],
  ['192.168.0.0', '255.255.0.0'],
  ['169.254.0.0', '255.255.0.0'],
  ['127.0.0.0', '255.0.0.0'],
] as const;
const PERMITTED_NAMES = ['local', 'localhost', 'lan', 'home.arpa', 'internal'];

export interface ServerCertificate {
  /** PEM. */
  readonly key: string;
  /** PEM: the server's own, then the authority's. */
  readonly cert: string;
  readonly notAfterMs: number;
}

/** The clinic's own certificate authority. Its key never leaves KEYS_DIR. */
export interface Authority {
  /** DER, as tablets install it. */
  readonly der: Buffer;
  /** SHA-256 of {@link der}, in pairs of hex digits with colons, as systems show it. */
  readonly fingerprint: string;
  issue(places: OwnPlaces, nowMs: number): ServerCertificate;
}

/**
 * Made on first use, then the same for as long as KEYS_DIR is kept.
 * @throws ConfigRefusal when others on this computer can read the file
 */
export function openAuthority(keysDir: string, computer: string, nowMs: number): Authority {
  const pem = readOrCreateSecret(keysDir, AUTHORITY_FILE, () => newAuthority(computer, nowMs));
  const [keyPem = '', certPem = ''] = pem.split(/(?=-----BEGIN CERTIFICATE-----)/);
  const authorityKey = forge.pki.privateKeyFromPem(keyPem);
  const authority = forge.pki.certificateFromPem(certPem);
  const der = Buffer.from(forge.asn1.toDer(forge.pki.certificateToAsn1(authority)).getBytes(), 'binary');
  const digest = createHash('sha256').update(der).digest('hex').toUpperCase();
  return {
    der,
    fingerprint: (digest.match(/../g) ?? []).join(':'),
    issue: (places, atMs) => {
      const pair = newKeyPair(2048);
      const notAfterMs = atMs - BACKDATED_MS + SERVER_DAYS * DAY_MS;
      const certificate = newCertificate(pair.publicKey, atMs - BACKDATED_MS, notAfterMs);
      certificate.setSubject([{ name: 'commonName', value: places.name }]);
      certificate.setIssuer(authority.subject.attributes);
      certificate.setExtensions([
        { name: 'basicConstraints', cA: false, critical: true },
        { name: 'keyUsage', digitalSignature: true, keyEncipherment: true, critical: true },
        { name: 'extKeyUsage', serverAuth: true },
        { name: 'subjectAltName', altNames: altNamesOf(places) },
        { name: 'subjectKeyIdentifier' },
      ]);
      certificate.sign(authorityKey, forge.md.sha256.create());
      return {
        key: pair.privatePem,
        cert: `${forge.pki.certificateToPem(certificate)}${certPem}`,
        notAfterMs,
      };
    },
  };
}

function newAuthority(computer: string, nowMs: number): string {
  const pair = newKeyPair(3072);
  const name = [
    { name: 'commonName', value: `Tandem on ${computer}` },
    { name: 'organizationName', value: 'Made on this computer by Tandem' },
  ];
  const certificate = newCertificate(pair.publicKey, nowMs - BACKDATED_MS, nowMs + AUTHORITY_DAYS * DAY_MS);
  certificate.setSubject(name);
  certificate.setIssuer(name);
  certificate.setExtensions([
    { name: 'basicConstraints', cA: true, pathLenConstraint: 0, critical: true },
    { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    { name: 'subjectKeyIdentifier' },
    { id: '2.5.29.30', critical: true, value: nameConstraints() },
  ]);
  certificate.sign(forge.pki.privateKeyFromPem(pair.privatePem), forge.md.sha256.create());
  return `${pair.privatePem}${forge.pki.certificateToPem(certificate)}`;
}

/** The system's generator is a hundred times faster than the library's own. */
function newKeyPair(modulusLength: number) {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  return { privatePem: privateKey, publicKey: forge.pki.publicKeyFromPem(publicKey) };
}

function newCertificate(publicKey: forge.pki.PublicKey, fromMs: number, toMs: number): forge.pki.Certificate {
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = publicKey;
  certificate.serialNumber = serialOf(forge.random.getBytesSync(SERIAL_BYTES));
  certificate.validity.notBefore = new Date(fromMs);
  certificate.validity.notAfter = new Date(toMs);
  return certificate;
}

/** The longest that RFC 5280 (4.1.2.2) allows. */
const SERIAL_BYTES = 20;

/**
 * Unlike any other. The first byte is 40 to 7F: a number that begins with 80 or more is negative, one with 00 may be
 * padded, and OpenSSL takes no certificate with either.
 * @param random as many bytes, in a binary string
 * @returns hex
 */
function serialOf(random: string): string {
  const first = 0x40 | (random.charCodeAt(0) & 0x3f);
  return first.toString(16) + forge.util.bytesToHex(random.slice(1));
}

const [DNS_NAME, IP_ADDRESS] = [2, 7];

function altNamesOf({ addresses, names }: OwnPlaces) {
  return [
    ...names.map((value) => ({ type: DNS_NAME, value })),
    ...addresses.map((ip) => ({ type: IP_ADDRESS, ip })),
  ];
}

/** permittedSubtrees; the library knows no name for this extension. */
function nameConstraints(): string {
  const { Class, Type, create, toDer } = forge.asn1;
  const bytesOf = (dotted: string) => String.fromCharCode(...dotted.split('.').map(Number));
  const subtree = (tag: number, bytes: string) =>
    create(Class.UNIVERSAL, Type.SEQUENCE, true, [create(Class.CONTEXT_SPECIFIC, tag, false, bytes)]);
  const permitted = [
    ...PERMITTED_NAMES.map((name) => subtree(DNS_NAME, name)),
    ...PERMITTED_BLOCKS.map(([block, mask]) => subtree(IP_ADDRESS, bytesOf(block) + bytesOf(mask))),
  ];
  const whole = create(Class.UNIVERSAL, Type.SEQUENCE, true, [
    create(Class.CONTEXT_SPECIFIC, 0, true, permitted),
  ]);
  return toDer(whole).getBytes();
}
