import { MAX_PASSWORD, MIN_PASSWORD } from '@tandem/wire';
import { dictionary } from '@zxcvbn-ts/language-common';

/** What a password must not be, besides common: it stands on the page that somebody else may look at. */
export interface PasswordOwner {
  readonly email: string;
  readonly clinicName: string;
}

let common: ReadonlySet<string> | null = null;

/**
 * Why this cannot be a password, in a sentence; null when it can. Length and a list, no rules about what it is made
 * of: those lead to `Passw0rd!` (NIST SP 800-63B, 5.1.1.2).
 */
export function passwordProblem(password: string, { email, clinicName }: PasswordOwner): string | null {
  const length = [...password].length;
  if (length < MIN_PASSWORD)
    return `A password has at least ${MIN_PASSWORD} characters; this has ${length}. Three or four words are easy to remember.`;
  if (password.length > MAX_PASSWORD)
    return `A password has at most ${MAX_PASSWORD} characters. Use a shorter one.`;
  const plain = plainOf(password);
  const own = [email, email.split('@')[0] as string, clinicName].map(plainOf);
  if (own.includes(plain) || own.includes(withoutTail(plain)))
    return 'The email and the name of the clinic are no password. Choose something that nobody can look up.';
  if (new Set(plain).size < 5)
    return 'A few characters that repeat are guessed first. Choose three or four words instead.';
  if (isCommon(plain))
    return 'This is one of the passwords that are tried first everywhere. Choose three or four words that do not belong together.';
  return null;
}

/** Common as it stands, or with up to four digits or signs behind it. */
function isCommon(plain: string): boolean {
  common ??= new Set(dictionary['passwords-common']);
  return common.has(plain) || common.has(withoutTail(plain));
}

const plainOf = (text: string) => text.normalize('NFKC').trim().toLowerCase();
const withoutTail = (plain: string) => plain.replace(/[^\p{L}]{1,4}$/u, '');
