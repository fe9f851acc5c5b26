import { IconX } from '@tabler/icons-react';
import { IconButton } from '../ui/button.tsx';
import { pastWords as text } from '../words/past-words.ts';
import classes from './filter-row.module.css';
import { type Filters, setKeys } from './filters.ts';
import { type SavedView, sameView } from './saved-views.ts';
import type { Named } from './use-filter-names.ts';

/** Filters that this person comes back to. */
export function ViewRow(props: {
  readonly filters: Filters;
  readonly named: Named;
  readonly views: readonly SavedView[];
  drop(view: SavedView): void;
  onChange(filters: Filters): void;
}) {
  const { filters, named, views } = props;
  if (views.length === 0) return null;
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
    </fieldset>
  );
}

function nameOf(view: SavedView, named: Named): string {
  const filters = { ...view, text: '' };
  return setKeys(filters)
    .map((key) => (key === 'period' ? text.periods[view.period] : named.wordsOf(filters, key)))
    .join(' · ');
}
