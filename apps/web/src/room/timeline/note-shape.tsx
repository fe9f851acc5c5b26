import type { NoteCategory } from '@tandem/domain';

/** Half the size of a mark in px. */
export const NOTE_HALF = 7;

/** Shape, not colour, tells what a note is about: feelings are never scored by colour. Drawn around 0, 0. */
export function NoteShape({ category }: { category: NoteCategory }) {
  switch (category) {
    case 'words':
      return (
        <path d="M-6 -6H6a1 1 0 0 1 1 1V2a1 1 0 0 1 -1 1H-1L-5 7V3H-6a1 1 0 0 1 -1 -1V-5a1 1 0 0 1 1 -1Z" />
      );
    case 'theme':
      return <path d="M0 -6.5L6.5 0L0 6.5L-6.5 0Z" />;
    case 'affect':
      return (
        <path
          d="M-7 2C-5.5 -5 -2.5 -5 0 0S5.5 5 7 -2"
          fill="none"
          stroke="currentColor"
          strokeWidth={2.4}
          strokeLinecap="round"
        />
      );
    case 'intention':
      return <circle r={4.4} fill="var(--t-surface)" stroke="currentColor" strokeWidth={2} />;
    default:
      return <circle r={5} />;
  }
}
