import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { exec } from './exec.mjs';
import { ROOT, STATE_DIR } from './paths.mjs';
import { Problem } from './problem.mjs';
import { serviceFor, settingsText } from './service-files.mjs';

const USE = 'npm run install-service -- [--lan] [--dry-run] [--remove]';

/**
 * `npm run install-service`: Tandem at boot and again after a crash, with the settings of this moment.
 * @param {string[]} args @param {(line: string) => void} say
 */
export async function installService(args, say) {
  const flags = flagsOf(args);
  const { username, uid } = userInfo();
  const isRoot = uid === 0;
  // With sudo the service belongs to the whole computer and runs as who asked.
  const user = (isRoot && process.env.SUDO_USER) || username;
  const envFile = join(STATE_DIR, 'service.env');
  const service = serviceFor(process.platform, {
    node: process.execPath,
    root: ROOT,
    envFile,
    args: flags.lan ? ['--lan'] : [],
    user,
    home: homedir(),
    everyone: isRoot,
  });
  if (service === null)
    throw new Problem(
      `This system (${process.platform}) has no way to start programs at boot that Tandem knows. Let its own one run: npm start`,
    );
  if (flags.remove) {
    await runAll(service.remove, say, flags['dry-run']);
    if (!flags['dry-run']) for (const file of [service.file, envFile]) rmSync(file, { force: true });
    say(
      flags['dry-run'] ? 'Nothing was changed.' : 'Tandem no longer starts at boot. Its data is untouched.',
    );
    return;
  }
  if (flags['dry-run']) {
    say(`Would write ${service.file}:\n\n${service.text}`);
    say(`and ${envFile} with the settings of this moment, readable by you alone. Then:`);
    await runAll(service.start, say, true);
    say('Nothing was changed.');
    return;
  }
  // It may hold the password of a database; what the system itself reads is no secret.
  write(envFile, settingsText(process.env), 'utf8', 0o600);
  write(service.file, service.text, service.encoding, 0o644);
  await runAll(service.start, say, false);
  say(`Tandem runs now and at each boot, and again after a crash. What it says: ${service.log}`);
}

/** @param {string[]} args */
function flagsOf(args) {
  try {
    const flag = /** @type {const} */ ({ type: 'boolean', default: false });
    return parseArgs({ args, options: { lan: flag, 'dry-run': flag, remove: flag } }).values;
  } catch {
    throw new Problem(`Unknown flag. ${USE}`);
  }
}

/** @param {string} file @param {string} text @param {'utf8' | 'utf16le'} encoding @param {number} mode */
function write(file, text, encoding, mode) {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, encoding === 'utf16le' ? `\uFEFF${text}` : text, { encoding, mode });
    // One that was there before keeps its own mode otherwise.
    chmodSync(file, mode);
  } catch (error) {
    const { code } = /** @type {{ code?: string }} */ (error);
    throw new Problem(
      `${file} could not be written (${code}). Nothing was started. Run the command as somebody who may, such as with sudo.`,
    );
  }
}

/** @param {string[][]} commands @param {(line: string) => void} say @param {boolean} onlySay */
async function runAll(commands, say, onlySay) {
  for (const [file = '', ...args] of commands) {
    say(`  ${[file, ...args].join(' ')}`);
    if (onlySay) continue;
    const { code, output } = await exec(file, args);
    if (code !== 0)
      throw new Problem(
        `${file} ${args.join(' ')} ended with code ${code}. What it said stands above.`,
        output,
      );
  }
}
