/**
 * What each system reads to start Tandem at boot and again after a crash. Texts alone; `service-command.mjs` puts them
 * where they belong.
 *
 * @typedef {object} ServiceFacts
 * @property {string} node the program that runs this very command
 * @property {string} root of the checkout
 * @property {string} envFile with the settings, readable by its owner alone: DATABASE_URL holds a password
 * @property {string[]} args of `start`, such as `--lan`
 * @property {string} user as whom it runs
 * @property {string} home of that user
 * @property {boolean} everyone installed for the whole computer (as root), not for this user alone
 *
 * @typedef {object} Service
 * @property {string} file where the text belongs
 * @property {string} text
 * @property {'utf8' | 'utf16le'} encoding
 * @property {string[][]} start commands that make it run now and at each boot
 * @property {string[][]} remove commands that end it, before the file is deleted
 * @property {string} log what to type to see what it says
 */

/** Long enough for requests, sockets and the embedded database to end well. */
const STOP_SECONDS = 30;
/** Between a crash and the next start. */
const AGAIN_SECONDS = 2;

/** The settings that a service keeps of the environment in which it was installed. */
export const SETTINGS = [
  'PORT',
  'HOST',
  'DATABASE_URL',
  'DATA_DIR',
  'KEYS_DIR',
  'DEMO',
  'DEMO_LIVE',
  'PUBLIC_URL',
  'TRUST_PROXY',
  'LOG_LEVEL',
  'BACKUP_AT',
  'BACKUP_KEEP',
  'BACKUP_DIR',
  'BACKUP_SECOND_DIR',
  'METRICS_FROM',
  'LAN',
  'JOIN_PORT',
];

/** @param {Record<string, string | undefined>} env @returns {string} as `node --env-file` reads it */
export function settingsText(env) {
  const lines = SETTINGS.flatMap((name) => {
    const value = env[name];
    return value === undefined ? [] : [`${name}="${value.replaceAll('"', '\\"')}"\n`];
  });
  return lines.join('');
}

/** @param {NodeJS.Platform} platform @param {ServiceFacts} facts @returns {Service | null} null where there is none */
export function serviceFor(platform, facts) {
  if (platform === 'linux') return systemd(facts);
  if (platform === 'darwin') return launchd(facts);
  return platform === 'win32' ? taskScheduler(facts) : null;
}

/** @param {ServiceFacts} facts */
const argumentsOf = ({ root, envFile, args }) => [
  `--env-file=${envFile}`,
  `${root}/scripts/run.mjs`,
  'start',
  ...args,
];

/** In systemd's own quotes; a percent sign begins one of its names. @param {string} text */
const quoted = (text) => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('%', '%%')}"`;

/** @param {ServiceFacts} facts @returns {Service} */
function systemd(facts) {
  const { node, root, user, home, everyone } = facts;
  const scope = everyone ? [] : ['--user'];
  const lines = [
    '[Unit]',
    'Description=Tandem, the shared record of a session',
    'After=network-online.target',
    'Wants=network-online.target',
    // It never stops trying: a clinic has nobody who would start it by hand.
    'StartLimitIntervalSec=0',
    '',
    '[Service]',
    'Type=exec',
    `ExecStart=${[node, ...argumentsOf(facts)].map(quoted).join(' ')}`,
    `WorkingDirectory=${root.replaceAll('%', '%%')}`,
    ...(everyone ? [`User=${user}`] : []),
    'Restart=always',
    `RestartSec=${AGAIN_SECONDS}`,
    `TimeoutStopSec=${STOP_SECONDS}`,
    // Its own database ends with it, in its own way.
    'KillMode=mixed',
    'NoNewPrivileges=yes',
    '',
    '[Install]',
    `WantedBy=${everyone ? 'multi-user.target' : 'default.target'}`,
    '',
  ];
  return {
    file: everyone ? '/etc/systemd/system/tandem.service' : `${home}/.config/systemd/user/tandem.service`,
    text: lines.join('\n'),
    encoding: 'utf8',
    start: [
      ['systemctl', ...scope, 'daemon-reload'],
      // Without it a user's services begin when the user signs in, not at boot.
      ...(everyone ? [] : [['loginctl', 'enable-linger', user]]),
      ['systemctl', ...scope, 'enable', '--now', 'tandem.service'],
      ['systemctl', ...scope, 'restart', 'tandem.service'],
    ],
    remove: [['systemctl', ...scope, 'disable', '--now', 'tandem.service']],
    log: `journalctl ${everyone ? '' : '--user '}-u tandem -f`,
  };
}

/** @param {string} text */
const inXml = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** @param {ServiceFacts} facts @returns {Service} */
function launchd(facts) {
  const { node, root, user, home, everyone } = facts;
  const label = 'org.tandem.server';
  const file = everyone
    ? `/Library/LaunchDaemons/${label}.plist`
    : `${home}/Library/LaunchAgents/${label}.plist`;
  const log = `${everyone ? '/Library' : `${home}/Library`}/Logs/tandem.log`;
  const words = [node, ...argumentsOf(facts)].map((word) => `    <string>${inXml(word)}</string>`);
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>Label</key><string>${label}</string>
  <key>ProgramArguments</key>
  <array>
${words.join('\n')}
  </array>
  <key>WorkingDirectory</key><string>${inXml(root)}</string>
${everyone ? `  <key>UserName</key><string>${inXml(user)}</string>\n` : ''}  <key>RunAtLoad</key><true/>
  <key>KeepAlive</key><true/>
  <key>ThrottleInterval</key><integer>${AGAIN_SECONDS}</integer>
  <key>ExitTimeOut</key><integer>${STOP_SECONDS}</integer>
  <key>StandardOutPath</key><string>${inXml(log)}</string>
  <key>StandardErrorPath</key><string>${inXml(log)}</string>
</dict>
</plist>
`;
  return {
    file,
    text,
    encoding: 'utf8',
    start: [['launchctl', 'load', '-w', file]],
    remove: [['launchctl', 'unload', '-w', file]],
    log: `tail -f ${log}`,
  };
}

/** @param {ServiceFacts} facts @returns {Service} */
function taskScheduler(facts) {
  const { node, root, user } = facts;
  const words = argumentsOf(facts).map((word) => (word.includes(' ') ? `"${word}"` : word));
  const file = `${root}/.tandem/service-task.xml`;
  const text = `<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo><Description>Tandem, the shared record of a session</Description></RegistrationInfo>
  <Triggers><BootTrigger><Enabled>true</Enabled></BootTrigger></Triggers>
  <Principals>
    <Principal id="Author">
      <UserId>${inXml(user)}</UserId>
      <LogonType>S4U</LogonType>
      <RunLevel>LeastPrivilege</RunLevel>
    </Principal>
  </Principals>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <ExecutionTimeLimit>PT0S</ExecutionTimeLimit>
    <RestartOnFailure><Interval>PT1M</Interval><Count>999</Count></RestartOnFailure>
    <Enabled>true</Enabled>
  </Settings>
  <Actions Context="Author">
    <Exec>
      <Command>${inXml(node)}</Command>
      <Arguments>${inXml(words.join(' '))}</Arguments>
      <WorkingDirectory>${inXml(root)}</WorkingDirectory>
    </Exec>
  </Actions>
</Task>
`;
  return {
    file,
    text,
    encoding: 'utf16le',
    start: [
      ['schtasks', '/Create', '/TN', 'Tandem', '/XML', file, '/F'],
      ['schtasks', '/Run', '/TN', 'Tandem'],
    ],
    remove: [
      ['schtasks', '/End', '/TN', 'Tandem'],
      ['schtasks', '/Delete', '/TN', 'Tandem', '/F'],
    ],
    log: 'schtasks /Query /TN Tandem /V /FO LIST',
  };
}
