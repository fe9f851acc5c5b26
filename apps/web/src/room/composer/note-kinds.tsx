import { type NoteCategory, noteCategories } from '@tandem/domain';
import { words } from '../../words/in-room.ts';
import classes from './entry-line.module.css';

const kinds = ['noticed', 'words', 'theme', 'affect'] as const satisfies readonly NoteCategory[];
const prefixed = kinds.filter((kind) => noteCategories[kind].prefix !== '');

function kindOf(text: string): NoteCategory {
  return prefixed.find((kind) => text.trimStart().startsWith(noteCategories[kind].prefix)) ?? 'noticed';
}

/** Nothing but the sign that says what the note is about: its words are still to come. */
export const isBare = (text: string): boolean =>
  prefixed.some((kind) => text.trim() === noteCategories[kind].prefix);

/** What a note is about, by a tap: puts the sign in front of the line that one may as well type. */
export function NoteKinds({ text, setText }: { readonly text: string; setText(text: string): void }) {
  const now = kindOf(text);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would announce a form group for a row of toggles
    <div role="group" aria-label={words.line.noteKind} className={classes.noteKinds}>
      {kinds.map((kind) => (
        <button
          key={kind}
          type="button"
          className={classes.chip}
          aria-pressed={kind === now}
          // Keeps the caret in the line: a chip is a word about it, not another place.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            const said = text.trimStart().slice(noteCategories[now].prefix.length);
            setText(`${noteCategories[kind].prefix}${said.trimStart()}`);
          }}
        >
          {noteCategories[kind].prefix !== '' && (
            <span aria-hidden className={classes.sign}>
              {noteCategories[kind].prefix}
            </span>
          )}
          {noteCategories[kind].label}
        </button>
      ))}
    </div>
  );
}
