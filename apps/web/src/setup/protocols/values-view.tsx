import {
  type FieldGroup,
  fieldGroups,
  fieldKey,
  limitNotesBySign,
  type ProtocolField,
  type ProtocolPlan,
  protocolFields,
  shownValue,
} from '@tandem/domain';
import { protocolWords as text } from '../../words/protocol-words.ts';
import { ArcPicture } from './arc-picture.tsx';
import classes from './values.module.css';

const groups = Object.keys(fieldGroups) as FieldGroup[];

/** Every value in its group, the default marked where the clinic set none, with where it comes from. */
export function ValuesView({ plan }: { readonly plan: ProtocolPlan }) {
  return (
    <div className={classes.groups}>
      {groups.map((group) => {
        const fields = protocolFields.filter(({ group: of, path }) => of === group && path[0] !== 'sources');
        return (
          <section key={group} className={classes.group} aria-labelledby={`values-${group}`}>
            <h2 id={`values-${group}`}>{fieldGroups[group]}</h2>
            {group === 'arc' && plan.arc !== undefined && <ArcPicture arc={plan.arc} />}
            {fields.some(({ place }) => place !== undefined) ? (
              <BandTable fields={fields} plan={plan} withNotes={group === 'limits'} />
            ) : (
              <ValueList fields={fields} plan={plan} />
            )}
          </section>
        );
      })}
    </div>
  );
}

function ValueList({ fields, plan }: { fields: readonly ProtocolField[]; plan: ProtocolPlan }) {
  return (
    <dl className={classes.list}>
      {fields.map((field) => {
        const { words, isDefault, source, value } = shownValue(field, plan);
        return (
          <div key={fieldKey(field)}>
            <dt>{field.label}</dt>
            <dd data-none={value === undefined || undefined}>
              {field.shape.type === 'rows' ? (
                words.split('; ').map((row) => <span key={row}>{row}</span>)
              ) : (
                <span>{words}</span>
              )}
              {isDefault && <em>{text.asDefault}</em>}
            </dd>
            <dd className={classes.source}>{source}</dd>
          </div>
        );
      })}
    </dl>
  );
}

/** One row per sign, one column per end. */
function BandTable(props: { fields: readonly ProtocolField[]; plan: ProtocolPlan; withNotes: boolean }) {
  const { fields, plan, withNotes } = props;
  const columns = [...new Set(fields.map(({ place }) => place?.column ?? ''))];
  const rows = [...new Set(fields.map(({ place }) => place?.row ?? ''))];
  return (
    <div className={classes.scroll}>
      <table className={classes.bands}>
        <thead>
          <tr>
            <td />
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
            <th scope="col">Source</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const own = fields.filter(({ place }) => place?.row === row);
            const shown = own.map((field) => ({ field, ...shownValue(field, plan) }));
            const isDefault = shown.every(({ isDefault: one, value }) => one || value === undefined);
            const source = shown.find((one) => one.source !== '')?.source ?? '';
            return (
              <tr key={row}>
                <th scope="row">
                  {row} <small>{own[0]?.unit}</small>
                  {withNotes && limitNotesBySign.get(row)?.map((note) => <small key={note}>{note}</small>)}
                </th>
                {columns.map((column) => {
                  const cell = shown.find(({ field }) => field.place?.column === column);
                  const unit = cell?.field.unit ?? '';
                  return (
                    <td key={column} className="figures" data-none={cell?.value === undefined || undefined}>
                      {unit === '' ? cell?.words : cell?.words.replace(` ${unit}`, '')}
                    </td>
                  );
                })}
                <td className={classes.source}>
                  {isDefault && <em>{text.asDefault}</em>} {source}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
