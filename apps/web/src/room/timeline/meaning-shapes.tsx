import type { NoteCategory } from '@tandem/domain';
import { NoteShape } from './note-shape.tsx';

export type MeaningShape = NoteCategory | 'moment' | 'shift' | 'kept';

/** Shape, not colour, tells what was noticed, said, turned and kept. Drawn around 0, 0. */
export function MarkShape({ shape }: { readonly shape: MeaningShape }) {
  switch (shape) {
    case 'moment':
      return <path d="M0 7C-3 3 -5 0 -5 -2.5A5 5 0 0 1 5 -2.5C5 0 3 3 0 7Z" />;
    case 'shift':
      return (
        <path
          d="M-7 -4.5L-2.5 0L-7 4.5M0 -4.5L4.5 0L0 4.5"
          fill="none"
          stroke="currentColor"
          strokeWidth={2.4}
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      );
    case 'kept':
      return <path d="M-4.5 -6.5H4.5V6.5L0 2.5L-4.5 6.5Z" />;
    default:
      return <NoteShape category={shape} />;
  }
}
