import { roles } from '@tandem/domain';
import type { StaffPerson } from '@tandem/wire';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { sentenceOf } from '../../data/failure.ts';
import { useMe } from '../../data/me.ts';
import { clockOf, dayOf } from '../../data/zone.ts';
import { Button } from '../../ui/button.tsx';
import { dayWords } from '../../ui/names.ts';
import { Badge, Sentence } from '../../ui/page.tsx';
import table from '../../ui/table.module.css';
import { peopleWords as text } from '../../words/people-words.ts';
import { roleWord } from '../../words.ts';
import { Part } from '../setup-part.tsx';
import { Invitations } from './invitations.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import classes from './people.module.css';
import { staffQuery } from './people-calls.ts';
import { PersonAccountDialog } from './person-account-dialog.tsx';

/** Who works here, for the admin: roles, state, sign-in; invitations. */
export function PeoplePanel() {
  const { data, error } = useQuery(staffQuery);
  const [changing, setChanging] = useState<string | null>(null);
  const [invites, setInvites] = useState(false);
  const people = data?.items ?? [];
  const person = people.find(({ id }) => id === changing);
  return (
    <>
      <Part title={text.title}>
        {error !== null && <Sentence>{sentenceOf(error)}</Sentence>}
        <div className={table.frame}>
          <table className={`${table.table} ${classes.people}`}>
            <thead>
              <tr>
                <th scope="col">{text.name}</th>
                <th scope="col">{text.roles}</th>
                <th scope="col" className={classes.wide}>
                  {text.lastSignIn}
                </th>
                <th scope="col" className={classes.wide}>
                  {text.secondFactor}
                </th>
                <th scope="col">
                  <span className="visually-hidden">{text.change}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {people.map((one) => (
                <PersonRow key={one.id} person={one} onChange={() => setChanging(one.id)} />
              ))}
            </tbody>
          </table>
        </div>
        <div className={classes.below}>
          <Button onClick={() => setInvites(true)}>{text.invite}</Button>
        </div>
      </Part>
      <Invitations />
      {person !== undefined && <PersonAccountDialog person={person} onClose={() => setChanging(null)} />}
      {invites && <InviteDialog onClose={() => setInvites(false)} />}
    </>
  );
}

function PersonRow({ person, onChange }: { readonly person: StaffPerson; onChange(): void }) {
  const me = useMe();
  const zone = me.clinic.timeZone;
  const { lastSignInAt } = person;
  const atMs = lastSignInAt === null ? null : Date.parse(lastSignInAt);
  const last = atMs === null ? text.never : `${dayWords(dayOf(atMs, zone))} ${clockOf(atMs, zone)}`;
  return (
    <tr data-disabled={person.isDisabled || undefined}>
      <th scope="row">
        {person.name} {person.id === me.person.id && <Badge>{text.you}</Badge>}{' '}
        {person.isDisabled && <Badge>{text.disabled}</Badge>}
        <small>{person.email}</small>
      </th>
      <td>
        {roles
          .filter((role) => person.roles.includes(role))
          .map(roleWord)
          .join(', ')}
      </td>
      <td className={classes.wide}>{last}</td>
      <td className={classes.wide}>{person.hasSecondFactor ? text.on : text.off}</td>
      <td className={classes.end}>
        <Button small aria-label={text.changeOf(person.name)} onClick={onChange}>
          {text.change}
        </Button>
      </td>
    </tr>
  );
}
