/** The database cannot be used: one sentence with cause and way out; no stack is shown, exit code not 0. */
export class DatabaseRefusal extends Error {
  override readonly name = 'DatabaseRefusal';
}
