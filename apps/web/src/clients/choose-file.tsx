import { useRef } from 'react';
import { Button } from '../ui/button.tsx';

/** A button that asks for a CSV file; the browser's own field is there for those who cannot see it. */
export function ChooseFile(props: {
  readonly label: string;
  readonly main: boolean;
  readonly disabled: boolean;
  onFile(file: File): void;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        look={props.main ? 'main' : 'plain'}
        disabled={props.disabled}
        onClick={() => input.current?.click()}
      >
        {props.label}
      </Button>
      <input
        ref={input}
        type="file"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={props.label}
        accept=".csv,text/csv"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file !== undefined) props.onFile(file);
          // The same file, mended, can be chosen again.
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}
