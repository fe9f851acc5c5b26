import { TextInput } from '@mantine/core';
import type { Display, DisplaySetting, NewDisplay, Room } from '@tandem/wire';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { fieldOf, sentenceOf } from '../data/failure.ts';
import { useMe } from '../data/me.ts';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/choice.tsx';
import { Sentence } from '../ui/page.tsx';
import { RadioGroup } from '../ui/radio-group.tsx';
import { displayWords as text } from '../words/display-words.ts';
import classes from './displays.module.css';
import { displaysQuery, pairDisplay } from './displays-calls.ts';
import { isCode, typedCode } from './typed-code.ts';
import { useSettings } from './use-settings.ts';

/** The code that a screen shows, typed by somebody who stands in front of it. */
export function PairForm(props: {
  readonly rooms: readonly Room[];
  /** The room that is meant unless another is chosen. */
  readonly roomId: string | null;
  onPaired(display: Display): void;
}) {
  const me = useMe();
  const queryClient = useQueryClient();
  const settings = useSettings();
  const [id, setId] = useState(() => crypto.randomUUID());
  const [roomId, setRoomId] = useState(props.roomId ?? props.rooms[0]?.id ?? '');
  const [code, setCode] = useState('');
  const [setting, setSetting] = useState<DisplaySetting>('calm');
  const [problem, setProblem] = useState<{ field: string | null; sentence: string } | null>(null);
  const pairing = useMutation({
    mutationFn: (body: NewDisplay) => pairDisplay(body, me.epoch),
    onError: (error) => setProblem({ field: fieldOf(error), sentence: sentenceOf(error) }),
    onSuccess: async (display) => {
      await queryClient.invalidateQueries(displaysQuery);
      setId(crypto.randomUUID());
      setCode('');
      props.onPaired(display);
    },
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (pairing.isPending) return;
    setProblem(isCode(code) ? null : { field: 'code', sentence: text.codeWrong });
    if (isCode(code)) pairing.mutate({ id, roomId, code, setting });
  }
  return (
    <form className={classes.form} aria-label={text.pair} onSubmit={submit} noValidate>
      <div className={classes.row}>
        <Choice
          className={classes.room}
          label={text.room}
          value={roomId}
          options={props.rooms.map(({ id: value, name }) => ({ value, label: name }))}
          onChange={setRoomId}
        />
        <TextInput
          className={classes.code}
          label={text.code}
          description={text.codeHint}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          error={problem?.field === 'code' ? problem.sentence : undefined}
          value={code}
          onChange={(event) => {
            setCode(typedCode(event.currentTarget.value));
            setProblem(null);
          }}
        />
      </div>
      <RadioGroup
        label={text.setting}
        value={setting}
        wide
        options={settings.map((value) => ({
          value,
          label: (
            <span className={classes.meaning}>
              <strong>{text.settings[value]}</strong>
              <span>{text.means[value]}</span>
            </span>
          ),
        }))}
        onChange={setSetting}
      />
      {!settings.includes('staff-side') && <p className={classes.hint}>{text.valuesNotYours}</p>}
      {problem !== null && problem.field !== 'code' && <Sentence>{problem.sentence}</Sentence>}
      <div>
        <Button type="submit" look="main" disabled={pairing.isPending}>
          {text.pair}
        </Button>
      </div>
    </form>
  );
}
