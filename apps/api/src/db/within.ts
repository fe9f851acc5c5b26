/**
 * An answer of the database within `limitMs`, or an error. Its own statement deadline ends what the server works on;
 * this one ends waiting for a server, or a line to it, that died without a word.
 * @throws Error when nothing came
 */
export async function within<T>(limitMs: number, asked: PromiseLike<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${limitMs} ms`)), limitMs);
  });
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
}
