import { TextInput } from '@mantine/core';
import { drugCatalog, type RouteKey, routeCatalog, routeKeys } from '@tandem/domain';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import form from '../ui/form.module.css';
import { words } from '../words/list-pages.ts';
import type { DoseDraft } from './plan-draft.ts';

// `other` needs a name, which a plan has no field for.
const drugs = drugCatalog
  .filter((row) => row.key !== 'other')
  .map((row) => ({ value: row.key, label: row.label }));
const routes = routeKeys.map((value) => ({ value, label: routeCatalog[value].label }));

/** Doses in the order in which they are meant to be given. */
export function DoseRows(props: {
  readonly doses: readonly DoseDraft[];
  readonly route: RouteKey;
  readonly error: string | undefined;
  onChange(doses: readonly DoseDraft[]): void;
}) {
  const change = (key: string, to: Partial<DoseDraft>) =>
    props.onChange(props.doses.map((dose) => (dose.key === key ? { ...dose, ...to } : dose)));
  const add = () =>
    props.onChange([
      ...props.doses,
      {
        key: crypto.randomUUID(),
        drug: 'ketamine',
        amount: '',
        route: props.doses.at(-1)?.route ?? props.route,
      },
    ]);
  return (
    <fieldset className={form.group}>
      <legend className={form.legend}>{words.plan.doses}</legend>
      {props.doses.map((dose) => (
        <div key={dose.key} className={form.row} style={{ marginBottom: 12, alignItems: 'flex-end' }}>
          <Choice
            label={words.plan.drug}
            value={dose.drug}
            options={drugs}
            onChange={(drug) => change(dose.key, { drug })}
          />
          <TextInput
            label={words.plan.amount}
            inputMode="decimal"
            autoComplete="off"
            value={dose.amount}
            onChange={(event) => change(dose.key, { amount: event.currentTarget.value })}
          />
          <Choice
            label={words.plan.route}
            value={dose.route}
            options={routes}
            onChange={(route) => change(dose.key, { route })}
          />
          <Button
            look="quiet"
            onClick={() => props.onChange(props.doses.filter(({ key }) => key !== dose.key))}
          >
            {words.plan.removeDose}
          </Button>
        </div>
      ))}
      {props.error !== undefined && <p role="alert">{props.error}</p>}
      <Button small onClick={add}>
        {words.plan.addDose}
      </Button>
    </fieldset>
  );
}
