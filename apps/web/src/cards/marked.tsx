import { Fragment } from 'react';

/** A sentence with what is [typed] and what is *written on the screen*, as words/card-words.ts marks them. */
export function Marked({ text }: { readonly text: string }) {
  return text.split(/(\[[^\]]+\]|\*[^*]+\*)/).map((part, at) => {
    const key = `${at} ${part}`;
    if (part.startsWith('[')) return <kbd key={key}>{part.slice(1, -1)}</kbd>;
    if (part.startsWith('*')) return <strong key={key}>{part.slice(1, -1)}</strong>;
    return <Fragment key={key}>{part}</Fragment>;
  });
}
