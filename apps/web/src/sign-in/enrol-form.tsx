import { TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { sentenceOf } from '../data/failure.ts';
import { Button } from '../ui/button.tsx';
import { Sentence } from '../ui/page.tsx';
import { QrCode } from '../ui/qr-code.tsx';
import { signInWords } from '../words/sign-in-words.ts';
import { CopyButton } from './copy-button.tsx';
import classes from './second-factor.module.css';
import { confirmFactor, offerFactor } from './sign-in-calls.ts';

const text = signInWords.enrol;
const groupsOfFour = (secret: string) => secret.replaceAll(/.{4}(?=.)/g, '$& ');

/** A picture for the app, the same as text, and its first code. Nothing is in force before that. */
export function EnrolForm(props: { onEnrolled(recoveryCodes: readonly string[]): void }) {
  const [code, setCode] = useState('');
  // Asked for once per visit: every answer is another secret.
  const offer = useQuery({
    queryKey: ['second-factor-offer'],
    queryFn: offerFactor,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnMount: false,
    retry: false,
  });
  const confirming = useMutation({
    mutationFn: () => confirmFactor(code),
    onSuccess: ({ recoveryCodes }) => props.onEnrolled(recoveryCodes),
  });
  if (offer.data === undefined) {
    if (offer.error === null) return <p className={classes.why}>{signInWords.loading}</p>;
    return (
      <>
        <Sentence>{sentenceOf(offer.error)}</Sentence>
        <Button onClick={() => void offer.refetch()}>{signInWords.again}</Button>
      </>
    );
  }
  const { uri, secret } = offer.data;
  function submit(event: FormEvent): void {
    event.preventDefault();
    confirming.mutate();
  }
  return (
    <form className={classes.steps} onSubmit={submit}>
      <div className={classes.offer}>
        <QrCode text={uri} name={text.scanName} className={classes.qr as string} />
        <div className={classes.typed}>
          <p>
            <strong>{text.scan}</strong>
          </p>
          <p className={classes.why}>{text.type}</p>
          <code className={classes.secret}>{groupsOfFour(secret)}</code>
          <div className={classes.keeping}>
            <CopyButton text={secret} />
            <a href={uri}>{text.here}</a>
          </div>
        </div>
      </div>
      <TextInput
        label={text.first}
        inputMode="numeric"
        autoComplete="one-time-code"
        autoFocus
        maxLength={7}
        className={classes.digits as string}
        error={confirming.error === null ? undefined : sentenceOf(confirming.error)}
        value={code}
        onChange={(event) => {
          setCode(event.currentTarget.value.replaceAll(/[^\d ]/g, ''));
          confirming.reset();
        }}
      />
      <Button
        type="submit"
        look="main"
        disabled={code.replaceAll(' ', '').length !== 6 || confirming.isPending}
      >
        {text.turnOn}
      </Button>
    </form>
  );
}
