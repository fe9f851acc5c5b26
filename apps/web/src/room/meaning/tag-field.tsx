import { TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { MAX_TAGS, tagKey } from '@tandem/domain';
import { type KeyboardEvent, useState } from 'react';
import toggle from '../../ui/toggle.module.css';
import { meaningWords } from '../../words/meaning-words.ts';
import classes from './meaning.module.css';

const text = meaningWords.moment;
/** Two lines of the panel. */
const MOST = 14;

/** Tags of a moment: chosen by a tap, or typed; those of this session come first. */
export function TagField(props: {
  readonly tags: readonly string[];
  /** Typed and not taken yet: Record takes it too. */
  readonly typed: string;
  readonly known: readonly string[];
  setTyped(typed: string): void;
  setTags(tags: readonly string[]): void;
}) {
  const { tags, typed, known, setTyped, setTags } = props;
  const [problem, setProblem] = useState<string | null>(null);
  const has = (tag: string) => tags.some((one) => tagKey(one) === tagKey(tag));
  const suggested = [...known, ...text.terms.filter((term) => !known.some((one) => tagKey(one) === term))]
    .filter((tag) => !has(tag) && tagKey(tag).includes(tagKey(typed)))
    .slice(0, MOST);

  function add(tag: string): void {
    const next = tag.trim();
    if (next === '') return;
    const refused = has(next) ? text.twice(next) : tags.length >= MAX_TAGS ? text.tooMany : null;
    setProblem(refused);
    if (refused !== null) return;
    setTags([...tags, next]);
    setTyped('');
  }

  function onKeyDown(event: KeyboardEvent): void {
    if ((event.key !== 'Enter' && event.key !== ',') || typed.trim() === '' || event.nativeEvent.isComposing)
      return;
    event.preventDefault();
    add(typed);
  }

  return (
    <div>
      <div className={classes.tagRow}>
        <TextInput
          className={classes.tagInput ?? ''}
          label={text.tags}
          placeholder={text.tagsHint}
          autoComplete="off"
          maxLength={40}
          error={problem}
          value={typed}
          onChange={(event) => {
            setProblem(null);
            setTyped(event.currentTarget.value);
          }}
          onKeyDown={onKeyDown}
        />
        {tags.map((tag) => (
          <button
            key={tag}
            type="button"
            className={`${toggle.toggle} ${classes.tag}`}
            data-here
            aria-label={text.remove(tag)}
            onClick={() => setTags(tags.filter((one) => one !== tag))}
          >
            {tag} <IconX size={14} aria-hidden />
          </button>
        ))}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would announce a form group for a row of shortcuts */}
      <div role="group" aria-label={text.suggested} className={classes.suggested}>
        {suggested.map((tag) => (
          <button
            key={tag}
            type="button"
            className={`${toggle.toggle} ${classes.suggestion}`}
            onClick={() => add(tag)}
          >
            {tag}
          </button>
        ))}
      </div>
    </div>
  );
}
