import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { signInWords } from '../words/sign-in-words.ts';

/** Copies a text, and says whether the browser did. */
export function CopyButton({ text }: { readonly text: string }) {
  const [said, setSaid] = useState('');
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(signInWords.copied);
    } catch {
      setSaid(signInWords.notCopied);
    }
  }
  return (
    <>
      <Button onClick={() => void copy()}>{signInWords.copy}</Button>
      <span role="status">{said}</span>
    </>
  );
}
