/** Stops a command. The message is the whole sentence for the person; no stack is shown. */
export class Problem extends Error {
  /** @param {string} message @param {string} [details] output of the tool that failed */
  constructor(message, details = '') {
    super(message);
    this.name = 'Problem';
    this.details = details;
  }
}

/**
 * A tool failed: the full disk where it says so, for which the way out is another one, else what the caller knows.
 * @param {string} sentence @param {string} output of the tool
 */
export function toolProblem(sentence, output) {
  const isFull = /ENOSPC|EDQUOT|no space left on device|disk quota exceeded/i.test(output);
  return new Problem(
    isFull
      ? 'The disk is full: packages and build take 2 GB. Your data is untouched. Make room and run the same command again.'
      : sentence,
    lastLines(output, 20),
  );
}

/** @param {string} text @param {number} lines */
export function lastLines(text, lines) {
  return text.trimEnd().split('\n').slice(-lines).join('\n');
}
