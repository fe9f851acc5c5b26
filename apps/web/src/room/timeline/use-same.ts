import { useRef } from 'react';

/**
 * The value from before while its content is the same, so that a memoised lane is not drawn again because a note
 * arrived. For small plain data only.
 */
export function useSame<Value>(value: Value): Value {
  const kept = useRef({ value, text: JSON.stringify(value) });
  const text = JSON.stringify(value);
  if (text !== kept.current.text) kept.current = { value, text };
  return kept.current.value;
}
