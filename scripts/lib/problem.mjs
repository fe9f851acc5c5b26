/** Stops a command. The message is the whole sentence for the person; no stack is shown. */
export class Problem extends Error {
  /** @param {string} message @param {string} [details] output of the tool that failed */
  constructor(message, details = '') {
    super(message);
    this.name = 'Problem';
    this.details = details;
  }
}

/** @param {string} text @param {number} lines */
export function lastLines(text, lines) {
  return text.trimEnd().split('\n').slice(-lines).join('\n');
}
