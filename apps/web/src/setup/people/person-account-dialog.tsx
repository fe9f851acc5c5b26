import type { Role } from '@tandem/domain';
import type { PersonChange, StaffPerson } from '@tandem/wire';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sentenceOf } from '../../data/failure.ts';
import { useMe } from '../../data/me.ts';
import { peopleQuery } from '../../data/queries.ts';
import { Button } from '../../ui/button.tsx';
import { Actions, Dialog } from '../../ui/dialog.tsx';
import { Sentence } from '../../ui/page.tsx';
import { peopleWords as text } from '../../words/people-words.ts';
import { AskedTwice } from './asked-twice.tsx';
import classes from './people.module.css';
import { changePerson, endLoginsOf, resetFactor, staffQuery } from './people-calls.ts';
import { RoleBoxes } from './role-boxes.tsx';

/** One person's account: roles; sign-in; disabled or enabled. Each thing that ends something is asked twice. */
export function PersonAccountDialog(props: { readonly person: StaffPerson; onClose(): void }) {
  const { person } = props;
  const me = useMe();
  const queryClient = useQueryClient();
  const [roles, setRoles] = useState<readonly Role[]>(person.roles);
  const [said, setSaid] = useState('');
  const again = async () => {
    await queryClient.invalidateQueries(staffQuery);
    await queryClient.invalidateQueries(peopleQuery);
  };
  const change = useMutation({
    mutationFn: (body: PersonChange) => changePerson(person.id, body, me.epoch),
    onMutate: () => setSaid(''),
    onSuccess: async (_, { isDisabled }) => {
      await again();
      setSaid(isDisabled === undefined ? text.saved : isDisabled ? text.wasDisabled : text.wasEnabled);
    },
  });
  const reset = useMutation({
    mutationFn: () => resetFactor(person.id, me.epoch),
    onMutate: () => setSaid(''),
    onSuccess: async () => {
      await again();
      setSaid(text.wasReset);
    },
  });
  const end = useMutation({
    mutationFn: () => endLoginsOf(person.id, me.epoch),
    onMutate: () => setSaid(''),
    onSuccess: async ({ endedLogins }) => {
      await again();
      setSaid(text.ended(endedLogins));
    },
  });
  const error = change.error ?? reset.error ?? end.error;
  const isSame = roles.length === person.roles.length && roles.every((role) => person.roles.includes(role));
  const isMe = person.id === me.person.id;
  return (
    <Dialog title={person.name} onClose={props.onClose}>
      <p className={classes.hint}>
        {person.email} · {text.signedInOn(person.logins)}
      </p>
      <div className={classes.part}>
        <RoleBoxes value={roles} onChange={setRoles} />
        {roles.length === 0 && <p className={classes.hint}>{text.atLeastOne}</p>}
        <div className={classes.below}>
          <Button
            look="main"
            disabled={isSame || roles.length === 0 || change.isPending}
            onClick={() => change.mutate({ roles: [...roles] })}
          >
            {text.save}
          </Button>
        </div>
      </div>
      <AskedTwice
        label={text.endLogins}
        means={text.endLoginsMeans}
        isPending={end.isPending}
        onDo={() => end.mutate()}
      />
      {person.hasSecondFactor && !isMe && (
        <AskedTwice
          label={text.resetFactor}
          means={text.resetFactorMeans}
          isPending={reset.isPending}
          onDo={() => reset.mutate()}
        />
      )}
      {!isMe && (
        <AskedTwice
          key={String(person.isDisabled)}
          label={person.isDisabled ? text.enable : text.disable}
          means={person.isDisabled ? text.enableMeans : text.disableMeans}
          isPending={change.isPending}
          onDo={() => change.mutate({ isDisabled: !person.isDisabled })}
        />
      )}
      <p className={classes.said} role="status">
        {said}
      </p>
      {error !== null && <Sentence>{sentenceOf(error)}</Sentence>}
      <Actions>
        <Button onClick={props.onClose}>{text.close}</Button>
      </Actions>
    </Dialog>
  );
}
