import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { signInWords } from '../words/sign-in-words.ts';
import classes from './second-factor.module.css';

const text = signInWords.code;

/** The six digits, or a recovery code where the phone is not at hand. */
export function CodeField(props: { readonly value: string; onChange(value: string): void }) {
  const [isRecovery, setRecovery] = useState(false);
  return (
    <div className={classes.code}>
      <TextInput
        key={String(isRecovery)}
        label={isRecovery ? text.recovery : text.digits}
        description={isRecovery ? text.recoveryHint : text.digitsHint}
        inputWrapperOrder={['label', 'input', 'description']}
        inputMode={isRecovery ? 'text' : 'numeric'}
        autoComplete={isRecovery ? 'off' : 'one-time-code'}
        autoCapitalize="characters"
        spellCheck={false}
        autoFocus
        required
        withAsterisk={false}
        maxLength={40}
        value={props.value}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      />
      <Button
        look="quiet"
        small
        onClick={() => {
          setRecovery(!isRecovery);
          props.onChange('');
        }}
      >
        {isRecovery ? text.useDigits : text.useRecovery}
      </Button>
    </div>
  );
}
