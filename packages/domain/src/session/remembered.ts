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
