import type { Role } from '@tandem/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { actAs, signOut } from './data/calls.ts';
import { sentenceOf } from './data/failure.ts';
import { endLive } from './data/live.ts';
import { useOthersWaiting, useOutboxItems } from './data/live-hooks.ts';
import { meQuery, useMay, useMe } from './data/me.ts';
import { loadKept } from './kept/load-kept.ts';
import classes from './person-menu.module.css';
import { hasUnsavedNotes } from './process-notes/open-notes.ts';
import { loadSignInParts } from './sign-in/load-parts.ts';
import { Button, buttonClass } from './ui/button.tsx';
import { Choice } from './ui/choice.tsx';
import { Actions, Dialog } from './ui/dialog.tsx';
import { LanguageChoice } from './ui/language-choice.tsx';
import { Sentence } from './ui/page.tsx';
import { spoken } from './words/language.ts';
import { processNoteWords } from './words/process-note-words.ts';
import { signInWords } from './words/sign-in-words.ts';
import { roleWord, words } from './words.ts';

const KeptDialog = lazy(async () => ({ default: (await loadKept()).KeptDialog }));
const DeviceDialog = lazy(async () => ({
  default: (await spoken(await import('./device-dialog.tsx'))).DeviceDialog,
}));
const OwnSignInDialog = lazy(async () => ({ default: (await loadSignInParts()).OwnSignInDialog }));
const PinForm = lazy(async () => ({ default: (await import('./pin-form.tsx')).PinForm }));

/** What this says besides, for another language to be laid over. */
export const english = { processNotes: processNoteWords };

/** Everybody unlocks a screen by a PIN, and some confirm doses by it; the form comes when it is asked for. */
function PinSection({ hasPin }: { readonly hasPin: boolean }) {
  const [open, setOpen] = useState(false);
  if (open) {
    return (
      <Suspense>
        <PinForm onDone={() => setOpen(false)} />
      </Suspense>
    );
  }
  return (
    <p className={classes.pin}>
      {hasPin ? words.person.pinSet : words.person.noPin}{' '}
      <Button look="quiet" small onClick={() => setOpen(true)}>
        {hasPin ? words.person.changePin : words.person.setPin}
      </Button>
    </p>
  );
}

/** Who this is and in which role; another role, PIN, what waits on this device, sign out. */
export function PersonDialog({ onClose }: { onClose(): void }) {
  const me = useMe();
  const router = useRouter();
  const queryClient = useQueryClient();
  const items = useOutboxItems().filter(({ status }) => status !== 'stored');
  const others = useOthersWaiting();
  const [showKept, setShowKept] = useState(false);
  const [blocked, setBlocked] = useState(false);
  const [device, setDevice] = useState(false);
  const [ownSignIn, setOwnSignIn] = useState(false);
  const [unsent, setUnsent] = useState(false);
  const may = useMay();

  const change = useMutation({
    mutationFn: (role: Role) => actAs(role),
    onSuccess: async () => {
      onClose();
      await queryClient.fetchQuery({ ...meQuery, staleTime: 0 });
      // What one role was shown is not for another: every list is read anew.
      queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
      await router.navigate({ to: '/' });
      await router.invalidate();
    },
  });
  const leave = useMutation({
    mutationFn: signOut,
    onSuccess: async () => {
      endLive();
      await router.navigate({ to: '/sign-in', search: {} });
      queryClient.clear();
    },
  });

  // An entry belongs to the person and role it was made under: neither may change while one is on its way.
  const whenSaved = (task: () => void) => (items.length > 0 ? setBlocked(true) : task());
  // What is in a file waits here for its author all the same.
  const whenSafe = (task: () => void) => {
    setUnsent(hasUnsavedNotes(me.person.id));
    if (hasUnsavedNotes(me.person.id)) return;
    if (items.some(({ exported }) => !exported)) setBlocked(true);
    else task();
  };
  const error = change.error ?? leave.error;
  return (
    <Dialog title={me.person.name} onClose={onClose}>
      <p className={classes.clinic}>
        {roleWord(me.role)} · {me.clinic.name}
      </p>
      {me.roles.length > 1 && (
        <Choice
          label={words.person.actingAs}
          value={me.role}
          options={me.roles.map((role) => ({ value: role, label: roleWord(role) }))}
          onChange={(role) => whenSaved(() => change.mutate(role))}
        />
      )}
      <PinSection hasPin={me.hasPin} />
      {blocked && items.length > 0 && <Sentence>{words.person.unsent(items.length)}</Sentence>}
      {(items.length > 0 || others.length > 0) && (
        <p className={classes.pin}>
          {others.map(({ personId, name, count }) => (
            <span key={personId}>{words.kept.wait(count, name)} </span>
          ))}
          <Button look="quiet" small onClick={() => setShowKept(true)}>
            {words.kept.show}
          </Button>
        </p>
      )}
      {showKept && (
        <Suspense>
          <KeptDialog onClose={() => setShowKept(false)} />
        </Suspense>
      )}
      {unsent && <Sentence>{processNoteWords.unsent}</Sentence>}
      <LanguageChoice />
      {error !== null && <Sentence>{sentenceOf(error)}</Sentence>}
      {device && (
        <Suspense>
          <DeviceDialog personId={me.person.id} onClose={() => setDevice(false)} />
        </Suspense>
      )}
      {ownSignIn && (
        <Suspense>
          <OwnSignInDialog onClose={() => setOwnSignIn(false)} />
        </Suspense>
      )}
      <Actions>
        <Button onClick={() => setOwnSignIn(true)}>{signInWords.own}</Button>
        {may('process-notes.releases') && (
          <Link to="/process-notes" className={buttonClass()} onClick={onClose}>
            {may('process-notes.read') ? processNoteWords.mine : processNoteWords.page}
          </Link>
        )}
        <Link to="/cards" className={buttonClass()} onClick={onClose}>
          {words.person.card}
        </Link>
        <Button onClick={() => setDevice(true)}>{words.person.device}</Button>
        <Button onClick={onClose}>{words.steps.back}</Button>
        <Button onClick={() => whenSafe(() => leave.mutate())}>{words.person.signOut}</Button>
      </Actions>
    </Dialog>
  );
}
