import type { Display, DisplaySetting } from '@tandem/wire';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNow } from '../data/clock.ts';
import { sentenceOf } from '../data/failure.ts';
import { useMe } from '../data/me.ts';
import { clockOf, dayOf } from '../data/zone.ts';
import { Button } from '../ui/button.tsx';
import { dayWords } from '../ui/names.ts';
import { Sentence } from '../ui/page.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { displayWords as text } from '../words/display-words.ts';
import classes from './displays.module.css';
import { displaysQuery, setDisplay, unpairDisplay } from './displays-calls.ts';
import { useSettings } from './use-settings.ts';

/** It tells once a minute that it is there; twice that is silence. */
const SILENT_AFTER_MS = 130_000;

/** One screen that is paired: what it shows, whether it is there, and the end of it. */
export function PairedRow(props: { readonly display: Display; onUnpaired(display: Display): void }) {
  const { display } = props;
  const me = useMe();
  const zone = me.clinic.timeZone;
  const queryClient = useQueryClient();
  const own = useSettings();
  const nowMs = useNow(10_000);
  const [asks, setAsks] = useState(false);
  const again = () => queryClient.invalidateQueries(displaysQuery);
  const setting = useMutation({
    mutationFn: (value: DisplaySetting) => setDisplay(display.id, value, me.epoch),
    onSettled: again,
  });
  const unpairing = useMutation({
    mutationFn: () => unpairDisplay(display.id, me.epoch),
    onSuccess: async () => {
      await again();
      props.onUnpaired(display);
    },
  });
  const when = (at: string) => `${dayWords(dayOf(Date.parse(at), zone))} ${clockOf(Date.parse(at), zone)}`;
  const isSilent = nowMs - Date.parse(display.seenAt) > SILENT_AFTER_MS;
  // What it shows already stays in sight, also for who may not choose it.
  const options = own.includes(display.setting) ? own : [...own, display.setting];
  const error = setting.error ?? unpairing.error;
  return (
    <li className={classes.paired}>
      <div className={classes.what}>
        <strong>{display.roomName}</strong>
        <span data-silent={isSilent || undefined}>
          {isSilent ? text.lastSeen(when(display.seenAt)) : text.on}
        </span>
        <span className={classes.hint}>{text.pairedBy(display.pairedBy, when(display.pairedAt))}</span>
      </div>
      <div className={classes.doing}>
        <Segmented
          label={text.settingOf(display.roomName)}
          value={setting.isPending ? setting.variables : display.setting}
          options={options.map((value) => ({ value, label: text.settings[value] }))}
          onChange={(value) => setting.mutate(value)}
        />
        {!asks && <Button onClick={() => setAsks(true)}>{text.unpair}</Button>}
      </div>
      {asks && (
        <div className={classes.sure}>
          <p>{text.unpairSure}</p>
          <Button onClick={() => setAsks(false)}>{text.keep}</Button>
          <Button look="main" disabled={unpairing.isPending} onClick={() => unpairing.mutate()}>
            {text.unpair}
          </Button>
        </div>
      )}
      {error !== null && <Sentence>{sentenceOf(error)}</Sentence>}
    </li>
  );
}
