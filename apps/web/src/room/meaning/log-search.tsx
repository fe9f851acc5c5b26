import { TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { tagsOf } from '@tandem/domain';
import { useEffect, useMemo, useRef } from 'react';
import { keysOf } from '../../keys/use-keys.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import look from '../../ui/toggle.module.css';
import { meaningWords } from '../../words/meaning-words.ts';
import { useRoom } from '../room-context.ts';
import { type Search, setFound, setSearch } from './log-search-store.ts';
import { matching } from './matching.ts';
import classes from './meaning.module.css';

const text = meaningWords.search;

/** Filters the shared log, and the marks of its lane, by words and tags. */
export function LogSearch({ search, onClose }: { readonly search: Search; onClose(): void }) {
  const { view, zone } = useRoom();
  const { confirmed } = view;
  const input = useRef<HTMLInputElement>(null);
  const tags = useMemo(() => tagsOf(confirmed), [confirmed]);
  const found = useMemo(() => matching(confirmed, search, zone), [confirmed, search, zone]);
  useEffect(() => setFound(found), [found]);
  useEffect(() => input.current?.focus(), []);
  // A room that is left is searched no more.
  useEffect(() => () => setSearch(null), []);
  const toggle = (tag: string) =>
    setSearch({
      ...search,
      tags: search.tags.includes(tag) ? search.tags.filter((one) => one !== tag) : [...search.tags, tag],
    });

  return (
    <search className={classes.search} onKeyDown={keysOf({ leave: onClose })}>
      <div className={classes.searchRow}>
        <TextInput
          ref={input}
          aria-label={text.label}
          placeholder={text.label}
          autoComplete="off"
          maxLength={100}
          value={search.query}
          onChange={(event) => setSearch({ ...search, query: event.currentTarget.value })}
        />
        <IconButton aria-label={text.close} onClick={onClose}>
          <IconX size={18} aria-hidden />
        </IconButton>
      </div>
      {tags.length > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would announce a form group for a row of toggles
        <div role="group" aria-label={text.tags} className={classes.tags}>
          {tags.map((tag) => (
            <button
              key={tag}
              type="button"
              className={`${look.toggle} ${classes.suggestion}`}
              aria-pressed={search.tags.includes(tag)}
              onClick={() => toggle(tag)}
            >
              {tag}
            </button>
          ))}
        </div>
      )}
      <div className={classes.result} role="status">
        {found !== null && found.size > 0 && text.found(found.size)}
        {found?.size === 0 && (
          <>
            {text.none}
            {search.query.trim() !== '' && (
              <Button
                small
                onClick={() => {
                  setSearch({ ...search, query: '' });
                  input.current?.focus();
                }}
              >
                {text.clear(text.typed(search.query.trim()))}
              </Button>
            )}
            {search.tags.map((tag) => (
              <Button key={tag} small onClick={() => toggle(tag)}>
                {text.clear(tag)}
              </Button>
            ))}
          </>
        )}
      </div>
    </search>
  );
}
