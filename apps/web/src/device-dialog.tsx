import classes from './device-dialog.module.css';
import { Button } from './ui/button.tsx';
import { chooseDaylight, chooseHand, useDaylight, useHandChoices } from './ui/device-choices.ts';
import { Actions, Dialog } from './ui/dialog.tsx';
import { Segmented } from './ui/segmented.tsx';
import { keypadWords } from './words/keypad-words.ts';

const text = keypadWords.device;
const hands = ['left', 'right'] as const;
/** What this says, for another language to be laid over. */
export const english = { keypad: keypadWords };

/** How a person works on this device: the hand, gloves, holding or pressing twice; and whether the sun is on it. */
function DeviceChoices({ personId }: { readonly personId: string }) {
  const { hand, gloves, pressTwice } = useHandChoices(personId);
  const daylight = useDaylight();
  return (
    <div className={classes.choices}>
      <div className={classes.hand}>
        <span>{text.hand}</span>
        <Segmented
          label={text.hand}
          value={hand}
          options={hands.map((side) => ({ value: side, label: text.hands[side] }))}
          onChange={(side) => chooseHand(personId, { hand: side })}
        />
      </div>
      <Switch label={text.gloves} on={gloves} onChange={(on) => chooseHand(personId, { gloves: on })} />
      <Switch
        label={text.pressTwice}
        on={pressTwice}
        onChange={(on) => chooseHand(personId, { pressTwice: on })}
      />
      <Switch label={text.daylight} on={daylight} onChange={chooseDaylight} />
      <p className={classes.about}>{text.mine}</p>
    </div>
  );
}

function Switch(props: { readonly label: string; readonly on: boolean; onChange(on: boolean): void }) {
  return (
    <label className={classes.switch}>
      <input
        type="checkbox"
        checked={props.on}
        onChange={({ currentTarget: { checked } }) => props.onChange(checked)}
      />
      <span>{props.label}</span>
    </label>
  );
}

export function DeviceDialog(props: { readonly personId: string; onClose(): void }) {
  const { personId, onClose } = props;
  return (
    <Dialog title={text.title} onClose={onClose}>
      <DeviceChoices personId={personId} />
      <Actions>
        <Button onClick={onClose}>{text.done}</Button>
      </Actions>
    </Dialog>
  );
}
