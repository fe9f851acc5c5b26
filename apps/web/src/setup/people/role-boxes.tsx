import { type Role, roles } from '@tandem/domain';
import form from '../../ui/form.module.css';
import { peopleWords as text } from '../../words/people-words.ts';
import { roleWord } from '../../words.ts';

/** One person may have several; they act under one at a time. */
export function RoleBoxes(props: { readonly value: readonly Role[]; onChange(roles: Role[]): void }) {
  return (
    <fieldset className={form.group}>
      <legend className={form.legend}>{text.roles}</legend>
      <div className={form.options}>
        {roles.map((role) => (
          <label key={role} className={form.option}>
            <input
              type="checkbox"
              checked={props.value.includes(role)}
              onChange={({ currentTarget: { checked } }) =>
                props.onChange(roles.filter((one) => (one === role ? checked : props.value.includes(one))))
              }
            />
            <span>{roleWord(role)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
