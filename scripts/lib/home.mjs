import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { STATE_DIR } from './paths.mjs';

/** @type {Record<string, string | undefined> | undefined} */
let lent;

/**
 * The environment for npm, pnpm and the other tools. They all want to cache in HOME; where there is
 * none (or one that cannot be written, as service accounts have) the checkout lends them a place.
 */
export function toolEnv() {
  lent ??= lendHome();
  // The tools write into a pipe of ours; whether colours are welcome depends on where we write.
  const colour = process.stdout.isTTY && !process.env.NO_COLOR ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' };
  return { ...process.env, NO_UPDATE_NOTIFIER: '1', npm_config_update_notifier: 'false', ...colour, ...lent };
}

/** @returns {Record<string, string | undefined>} */
function lendHome() {
  const home = process.env.HOME || homeOfAccount();
  if (process.platform === 'win32' || (home && isWritable(home))) return {};
  const place = join(STATE_DIR, 'home');
  mkdirSync(place, { recursive: true });
  // A setting that the person made for their registry still counts.
  const settings = home && join(home, '.npmrc');
  return {
    HOME: place,
    npm_config_cache: join(place, '.npm'),
    ...(settings && existsSync(settings) && { NPM_CONFIG_USERCONFIG: settings }),
    XDG_CACHE_HOME: undefined,
    XDG_CONFIG_HOME: undefined,
    XDG_DATA_HOME: undefined,
    XDG_STATE_HOME: undefined,
  };
}

function homeOfAccount() {
  try {
    return homedir();
  } catch {
    return undefined;
  }
}

/** @param {string} dir */
function isWritable(dir) {
  try {
    accessSync(dir, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
