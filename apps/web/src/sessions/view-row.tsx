import { IconBookmark, IconX } from '@tabler/icons-react';
import { Button, IconButton } from '../ui/button.tsx';
import { pastWords as text } from '../words/past-words.ts';
import classes from './filter-row.module.css';
import { type Filters, setKeys } from './filters.ts';
import { type SavedView, sameView } from './saved-views.ts';
import type { Named } from './use-filter-names.ts';

/** Filters that this person comes back to, and the one that stands now to be one of them. */
export function ViewRow(props: {
  readonly filters: Filters;
  readonly named: Named;
  readonly views: readonly SavedView[];
  save(): void;
  drop(view: SavedView): void;
  onChange(filters: Filters): void;
}) {
  const { filters, named, views } = props;
  const isNew = !views.some((view) => sameView(view, filters));
  const worth = setKeys({ ...filters, text: '' }).length > 0;
  if (views.length === 0 && !worth) return null;
  return (
    <fieldset className={classes.views}>
      <legend className="visually-hidden">{text.views}</legend>
      {views.map((view) => {
        const name = nameOf(view, named);
        const on = sameView(view, filters);
        return (
          <span key={JSON.stringify(view)} className={classes.view} data-on={on || undefined}>
            <button
              type="button"
              aria-pressed={on}
              onClick={() => props.onChange({ ...view, text: filters.text })}
            >
              {name}
            </button>
            <IconButton aria-label={text.dropView(name)} onClick={() => props.drop(view)}>
              <IconX size={14} stroke={2} aria-hidden />
            </IconButton>
          </span>
        );
      })}
      {isNew && worth && (
        <Button look="quiet" small onClick={props.save}>
          <IconBookmark size={16} stroke={1.8} aria-hidden />
          {text.saveView}
        </Button>
      )}
    </fieldset>
  );
}

function nameOf(view: SavedView, named: Named): string {
  const filters = { ...view, text: '' };
  return setKeys(filters)
    .map((key) => (key === 'period' ? text.periods[view.period] : named.wordsOf(filters, key)))
    .join(' · ');
}
