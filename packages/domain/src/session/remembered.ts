/**
 * Works out once per object what never changes with it: states of a session, and the items in them, are made anew by
 * each entry and never touched, so the same object has the same answer. It is forgotten with the object.
 */
export function remembered<Key extends object, Answer>(work: (key: Key) => Answer): (key: Key) => Answer {
  const known = new WeakMap<Key, { readonly answer: Answer }>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before.answer;
    const answer = work(key);
    known.set(key, { answer });
    return answer;
  };
}

/**
 * The same where the answer depends on some words as well, such as a time zone.
 * @returns asks with the object, the words and the work, which is done when they are asked about for the first time
 */
export function rememberedBy<Key extends object, Answer>(): (
  key: Key,
  words: string,
  work: () => Answer,
) => Answer {
  const answers = remembered((_key: Key) => new Map<string, Answer>());
  return (key, words, work) => {
    const known = answers(key);
    if (!known.has(words)) known.set(words, work());
    return known.get(words) as Answer;
  };
}
