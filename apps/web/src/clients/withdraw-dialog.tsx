import type { Consent } from '@tandem/wire';
import { useMutation } from '@tanstack/react-query';
import { withdrawConsent } from '../data/consent-calls.ts';
import { sentenceOf } from '../data/failure.ts';
import { useMe } from '../data/me.ts';
import { Button } from '../ui/button.tsx';
import { Actions, Dialog } from '../ui/dialog.tsx';
import { dayWords } from '../ui/names.ts';
import { Sentence } from '../ui/page.tsx';
import { consentWords as text } from '../words/consent-words.ts';
import classes from './consents.module.css';
import { useConsentsChanged } from './use-consents-changed.ts';

/** Nobody takes it back once it is withdrawn: it is asked once. */
export function WithdrawDialog(props: {
  readonly clientId: string;
  readonly consent: Consent;
  onClose(): void;
  onDone(): void;
}) {
  const { id, form, version, signedOn } = props.consent;
  const { epoch } = useMe();
  const changed = useConsentsChanged(props.clientId);
  const withdrawing = useMutation({
    mutationFn: () => withdrawConsent(props.clientId, id, epoch),
    onSuccess: async () => {
      await changed();
      props.onDone();
    },
  });
  return (
    <Dialog title={text.withdrawTitle} onClose={props.onClose}>
      <p>
        <strong>{form}</strong>, {text.version(version)}. {text.signed(dayWords(signedOn))}.
      </p>
      <p className={classes.quiet}>{text.withdrawHint}</p>
      {withdrawing.error !== null && <Sentence>{sentenceOf(withdrawing.error)}</Sentence>}
      <Actions>
        <Button onClick={props.onClose}>{text.close}</Button>
        <Button look="main" disabled={withdrawing.isPending} onClick={() => withdrawing.mutate()}>
          {text.withdrawNow}
        </Button>
      </Actions>
    </Dialog>
  );
}
