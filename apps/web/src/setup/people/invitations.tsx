import type { Invitation } from '@tandem/wire';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sentenceOf } from '../../data/failure.ts';
import { useMe } from '../../data/me.ts';
import { clockOf, dayOf } from '../../data/zone.ts';
import { Button } from '../../ui/button.tsx';
import { Actions, Dialog } from '../../ui/dialog.tsx';
import { dayWords } from '../../ui/names.ts';
import { Sentence } from '../../ui/page.tsx';
import { peopleWords as text } from '../../words/people-words.ts';
import { roleWord } from '../../words.ts';
import { Part } from '../setup-part.tsx';
import { InvitationLink } from './invitation-link.tsx';
import classes from './people.module.css';
import { invitationsQuery, renewInvitation, withdrawInvitation } from './people-calls.ts';

/** Links that nobody has used yet: renewed or withdrawn. */
export function Invitations() {
  const { data, error } = useQuery(invitationsQuery);
  const [said, setSaid] = useState('');
  const items = data?.items ?? [];
  if (items.length === 0 && said === '' && error === null) return null;
  return (
    <Part title={text.invitations}>
      {error !== null && <Sentence>{sentenceOf(error)}</Sentence>}
      <p className={classes.said} role="status">
        {said}
      </p>
      {items.length > 0 && (
        <ul className={classes.invitations}>
          {items.map((one) => (
            <InvitationRow
              key={one.id}
              invitation={one}
              onWithdrawn={() => setSaid(text.withdrawn(one.name))}
            />
          ))}
        </ul>
      )}
    </Part>
  );
}

function InvitationRow(props: { readonly invitation: Invitation; onWithdrawn(): void }) {
  const { id, name, email, roles, expiresAt, isExpired } = props.invitation;
  const me = useMe();
  const zone = me.clinic.timeZone;
  const queryClient = useQueryClient();
  const again = () => queryClient.invalidateQueries(invitationsQuery);
  const renewing = useMutation({ mutationFn: () => renewInvitation(id, me.epoch), onSuccess: again });
  const withdrawing = useMutation({
    mutationFn: () => withdrawInvitation(id, me.epoch),
    onSuccess: async () => {
      props.onWithdrawn();
      await again();
    },
  });
  const atMs = Date.parse(expiresAt);
  const error = renewing.error ?? withdrawing.error;
  return (
    <li>
      <p className={classes.who}>
        <strong>{name}</strong>
        <span className={classes.hint}>
          {email} · {roles.map(roleWord).join(', ')}
        </span>
        <span className={classes.hint}>
          {isExpired ? text.expired : text.goodUntil(`${dayWords(dayOf(atMs, zone))} ${clockOf(atMs, zone)}`)}
        </span>
      </p>
      <div className={classes.sure}>
        <Button disabled={withdrawing.isPending} onClick={() => withdrawing.mutate()}>
          {text.withdraw}
        </Button>
        <Button disabled={renewing.isPending} onClick={() => renewing.mutate()}>
          {text.renew}
        </Button>
      </div>
      {error !== null && <Sentence>{sentenceOf(error)}</Sentence>}
      {renewing.data !== undefined && (
        <Dialog title={text.linkOf(name)} onClose={() => renewing.reset()}>
          <InvitationLink made={renewing.data} />
          <Actions>
            <Button look="main" onClick={() => renewing.reset()}>
              {text.done}
            </Button>
          </Actions>
        </Dialog>
      )}
    </li>
  );
}
