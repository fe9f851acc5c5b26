import { TextInput } from '@mantine/core';
import type { Role } from '@tandem/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { fieldOf, sentenceOf } from '../../data/failure.ts';
import { useMe } from '../../data/me.ts';
import { Button } from '../../ui/button.tsx';
import { Actions, Dialog } from '../../ui/dialog.tsx';
import { Sentence } from '../../ui/page.tsx';
import { peopleWords as text } from '../../words/people-words.ts';
import { InvitationLink } from './invitation-link.tsx';
import classes from './people.module.css';
import { invitationsQuery, invite } from './people-calls.ts';
import { RoleBoxes } from './role-boxes.tsx';

/** Name, email and roles; then the link, once. */
export function InviteDialog({ onClose }: { onClose(): void }) {
  const me = useMe();
  const queryClient = useQueryClient();
  const [id] = useState(() => crypto.randomUUID());
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [roles, setRoles] = useState<readonly Role[]>([]);
  const inviting = useMutation({
    mutationFn: () => invite({ id, name: name.trim(), email: email.trim(), roles: [...roles] }, me.epoch),
    onSuccess: () => queryClient.invalidateQueries(invitationsQuery),
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    inviting.mutate();
  }
  const field = fieldOf(inviting.error);
  const sentence = inviting.error === null ? undefined : sentenceOf(inviting.error);
  if (inviting.data !== undefined) {
    return (
      <Dialog title={text.linkOf(inviting.data.name)} onClose={onClose}>
        <InvitationLink made={inviting.data} />
        <Actions>
          <Button look="main" onClick={onClose}>
            {text.done}
          </Button>
        </Actions>
      </Dialog>
    );
  }
  return (
    <Dialog title={text.invite} onClose={onClose}>
      <form className={classes.form} onSubmit={submit} noValidate>
        <TextInput
          label={text.inviteName}
          autoFocus
          autoComplete="off"
          maxLength={120}
          error={field === 'name' ? sentence : undefined}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label={text.email}
          type="email"
          autoComplete="off"
          maxLength={254}
          error={field === 'email' ? sentence : undefined}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <RoleBoxes value={roles} onChange={setRoles} />
        {sentence !== undefined && field !== 'name' && field !== 'email' && <Sentence>{sentence}</Sentence>}
        <Actions>
          <Button onClick={onClose}>{text.back}</Button>
          <Button
            type="submit"
            look="main"
            disabled={name.trim() === '' || email.trim() === '' || roles.length === 0 || inviting.isPending}
          >
            {text.makeLink}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
}
