import { TextInput } from '@mantine/core';
import { type RouteKey, routeCatalog, routeKeys } from '@tandem/domain';
import { Choice } from '../ui/choice.tsx';
import { amendWords } from '../words/amend-words.ts';
import type { FieldsProps } from './entry-view.ts';
import classes from './fields.module.css';

const { fields } = amendWords;
const routeOptions = routeKeys.map((key) => ({
  value: key,
  label: `${routeCatalog[key].label}, ${routeCatalog[key].words}`,
}));

/** The drug is not here: another drug is another dose, entered anew. */
export function DoseFields({ draft, set }: FieldsProps) {
  return (
    <div className={classes.row}>
      <TextInput
        className={classes.short}
        label={fields.amountMg}
        inputMode="decimal"
        autoComplete="off"
        value={draft.amountMg ?? ''}
        onChange={(event) => set('amountMg', event.currentTarget.value)}
      />
      <Choice
        label={fields.route}
        options={routeOptions}
        value={(draft.route ?? 'im') as RouteKey}
        onChange={(value) => set('route', value)}
      />
      <TextInput
        className={classes.wide}
        label={fields.site}
        autoComplete="off"
        value={draft.site ?? ''}
        onChange={(event) => set('site', event.currentTarget.value)}
      />
    </div>
  );
}
