import type { ReactNode } from 'react';
import { sentenceOf } from '../data/failure.ts';
import { useMe } from '../data/me.ts';
import form from '../ui/form.module.css';
import { Sentence } from '../ui/page.tsx';
import { RadioGroup } from '../ui/radio-group.tsx';
import classes from './setup.module.css';
import { Part } from './setup-part.tsx';
import { useClinicChange } from './use-clinic-change.ts';

interface ClinicChoiceProps {
  readonly setting: 'estimate' | 'offlineMode' | 'teamOnly';
  readonly words: {
    readonly title: string;
    readonly label: string;
    readonly on: string;
    readonly off: string;
    readonly saved: string;
  };
  /** What it means, beside the choice before and after. */
  readonly children: ReactNode;
}

/** One thing that a clinic turns on or off for all its devices. */
export function ClinicChoice({ setting, words: text, children }: ClinicChoiceProps) {
  const me = useMe();
  const choosing = useClinicChange();
  // What was chosen while it is on its way; refused, it stands as it was.
  const isOn = (choosing.isPending ? choosing.variables[setting] : undefined) ?? me.clinic[setting];
  return (
    <Part title={text.title}>
      <div className={classes.panel}>
        <RadioGroup
          label={text.label}
          value={isOn ? 'on' : 'off'}
          options={[
            { value: 'off', label: text.off },
            { value: 'on', label: text.on },
          ]}
          onChange={(choice) => choosing.mutate({ [setting]: choice === 'on' })}
        />
        {children}
        <p className={form.hint} role="status">
          {choosing.isSuccess && text.saved}
        </p>
        {choosing.error !== null && <Sentence>{sentenceOf(choosing.error)}</Sentence>}
      </div>
    </Part>
  );
}
