import { createHash } from 'node:crypto';
import type { Authority } from './authority.ts';

/** UUIDs that follow from the authority: installed twice it replaces itself. */
function uuidFrom(fingerprint: string, what: string): string {
  const hex = createHash('sha256').update(`${what} ${fingerprint}`).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/**
 * A configuration profile for iPad, iPhone and Mac with the authority in it: Apple's systems open it by themselves,
 * where a bare certificate would have to be found among the downloads.
 */
export function appleProfile({ der, fingerprint }: Pick<Authority, 'der' | 'fingerprint'>): string {
  const lines = der.toString('base64').match(/.{1,68}/g) ?? [];
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>PayloadContent</key>
  <array>
    <dict>
      <key>PayloadCertificateFileName</key><string>tandem-authority.crt</string>
      <key>PayloadContent</key>
      <data>
${lines.join('\n')}
      </data>
      <key>PayloadDisplayName</key><string>Tandem, this clinic's own authority</string>
      <key>PayloadIdentifier</key><string>tandem.authority.certificate</string>
      <key>PayloadType</key><string>com.apple.security.root</string>
      <key>PayloadUUID</key><string>${uuidFrom(fingerprint, 'certificate')}</string>
      <key>PayloadVersion</key><integer>1</integer>
    </dict>
  </array>
  <key>PayloadDescription</key><string>Lets this device open Tandem on the clinic's own computer. It vouches for addresses of private networks alone.</string>
  <key>PayloadDisplayName</key><string>Tandem in this clinic</string>
  <key>PayloadIdentifier</key><string>tandem.authority</string>
  <key>PayloadType</key><string>Configuration</string>
  <key>PayloadUUID</key><string>${uuidFrom(fingerprint, 'profile')}</string>
  <key>PayloadVersion</key><integer>1</integer>
</dict>
</plist>
`;
}
