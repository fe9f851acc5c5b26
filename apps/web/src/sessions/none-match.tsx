import { Button } from '../ui/button.tsx';
import { pastWords as text } from '../words/past-words.ts';
import { type Filters, noFilters, setKeys, without } from './filters.ts';
import classes from './sessions.module.css';
import type { Named } from './use-filter-names.ts';

/** Nothing matches: each filter that is set is a way out, and so is looking beyond past sessions. */
export function NoneMatch(props: {
  readonly filters: Filters;
  readonly named: Named;
  onChange(filters: Filters): void;
}) {
  const { filters, named, onChange } = props;
  const keys = setKeys(filters);
  return (
    <div className={classes.none} role="status">
      <p>{keys.length === 0 ? text.noneYet : text.none}</p>
      <div className={classes.ways}>
        {keys.map((key) => (
          <Button key={key} small onClick={() => onChange(without(filters, key))}>
            {text.clearOne(named.wordsOf(filters, key))}
          </Button>
        ))}
        {filters.status === 'past' && (
          <Button small onClick={() => onChange({ ...filters, status: 'any' })}>
            {text.widen}
          </Button>
        )}
        {keys.length > 1 && (
          <Button small look="quiet" onClick={() => onChange(noFilters)}>
            {text.clearAll}
          </Button>
        )}
      </div>
    </div>
  );
}
