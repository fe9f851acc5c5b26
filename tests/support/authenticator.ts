import { Secret, TOTP } from 'otpauth';

const STEP_MS = 30_000;
/** So much is left of a step when a code is given out: it arrives in the same one. */
const LEFT_MS = 6_000;

/** The app on somebody's phone. The server takes the step before, this one and the next, each once and upwards. */
export class Authenticator {
  private readonly totp: TOTP;

  constructor(secret: string) {
    this.totp = new TOTP({ secret: Secret.fromBase32(secret) });
  }

  /** @param offset steps from now; waits where the step is about to end */
  async code(offset = 0): Promise<string> {
    const left = STEP_MS - (Date.now() % STEP_MS);
    if (left < LEFT_MS) await new Promise((resolve) => setTimeout(resolve, left + 50));
    return this.totp.generate({ timestamp: Date.now() + offset * STEP_MS });
  }
}
