import type { Role } from '@tandem/domain';
import type { Person } from '@tandem/wire';
import { Choice } from '../ui/choice.tsx';
import form from '../ui/form.module.css';
import { words } from '../words/list-pages.ts';
import { roleWord } from '../words.ts';

/** Roles that are in the room; a lead and an admin are never part of a team. */
const inTheRoom: readonly Role[] = ['physician', 'nurse', 'therapist'];

export function TeamRows(props: {
  readonly people: readonly Person[];
  readonly team: Readonly<Record<string, Role>>;
  onChange(team: Readonly<Record<string, Role>>): void;
}) {
  const candidates = props.people.filter((person) => person.roles.some((role) => inTheRoom.includes(role)));
  const choose = (personId: string, role: Role | 'none') => {
    const { [personId]: _before, ...others } = props.team;
    props.onChange(role === 'none' ? others : { ...others, [personId]: role });
  };
  return (
    <fieldset className={form.group}>
      <legend className={form.legend}>{words.plan.team}</legend>
      <div className={form.grid}>
        {candidates.map((person) => (
          <Choice
            key={person.id}
            label={person.name}
            value={props.team[person.id] ?? 'none'}
            options={[
              { value: 'none' as const, label: words.plan.notOnTeam },
              ...person.roles
                .filter((role) => inTheRoom.includes(role))
                .map((role) => ({ value: role, label: roleWord(role) })),
            ]}
            onChange={(role) => choose(person.id, role)}
          />
        ))}
      </div>
    </fieldset>
  );
}
