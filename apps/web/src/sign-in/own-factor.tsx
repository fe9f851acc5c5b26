import type { OwnSignIn } from '@tandem/wire';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { sentenceOf } from '../data/failure.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { Sentence } from '../ui/page.tsx';
import { signInWords } from '../words/sign-in-words.ts';
import classes from './own-sign-in.module.css';
import { RecoveryCodes } from './recovery-codes.tsx';
import { newRecoveryCodes, ownSignInQuery, turnFactorOff } from './sign-in-calls.ts';

const text = signInWords.factor;

/** On or off, another phone, new recovery codes. */
export function OwnFactor({ factor }: { readonly factor: OwnSignIn['secondFactor'] }) {
  const queryClient = useQueryClient();
  const again = () => queryClient.invalidateQueries(ownSignInQuery);
  const codes = useMutation({ mutationFn: newRecoveryCodes, onSuccess: again });
  const off = useMutation({ mutationFn: turnFactorOff, onSuccess: again });
  const error = codes.error ?? off.error;
  return (
    <section className={classes.part} aria-label={text.title}>
      <h3 className={classes.title}>{text.title}</h3>
      {codes.data === undefined ? (
        <>
          <p className={classes.hint}>{factor.isOn ? text.isOn(factor.recoveryCodesLeft) : text.isOff}</p>
          <div className={classes.doing}>
            {factor.isOn && !factor.isRequired && (
              <Button disabled={off.isPending} onClick={() => off.mutate()}>
                {text.turnOff}
              </Button>
            )}
            {factor.isOn && (
              <Button disabled={codes.isPending} onClick={() => codes.mutate()}>
                {text.newCodes}
              </Button>
            )}
            <Link to="/second-factor" className={buttonClass()}>
              {factor.isOn ? text.another : text.turnOn}
            </Link>
          </div>
        </>
      ) : (
        <RecoveryCodes codes={codes.data.recoveryCodes} hadBefore onKept={() => codes.reset()} />
      )}
      {error !== null && <Sentence>{sentenceOf(error)}</Sentence>}
    </section>
  );
}
