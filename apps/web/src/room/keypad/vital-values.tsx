import { latestVitals, type SessionState } from '@tandem/domain';
import { useMemo } from 'react';
import toggle from '../../ui/toggle.module.css';
import { keypadWords } from '../../words/keypad-words.ts';
import { keepFocus } from './digit-keys.tsx';
import { KeyedValue, ValueName } from './keyed-value.tsx';
import type { Pad, PadPlace } from './pad-fields.ts';
import type { PadKey } from './pad-keys.ts';
import classes from './vital-values.module.css';

const text = keypadWords;

interface ValuesProps {
  readonly pad: Pad;
  readonly state: SessionState;
  onKey(key: PadKey): void;
}

/** The three that every set has, large, each over what it was last. */
export function MainValues({ pad, state, onKey }: ValuesProps) {
  const last = useMemo(() => latestVitals(state), [state]);
  const was = (...places: ('systolic' | 'diastolic' | 'heartRate' | 'spo2')[]) => {
    const values = places.map((place) => last[place]?.latest.value);
    return values.includes(undefined) ? text.none : text.was(values.join('/'));
  };
  return (
    <div className={classes.values}>
      <div
        className={classes.value}
        data-lane="bp"
        data-here={isAt(pad, 'systolic', 'diastolic') || undefined}
      >
        <ValueName aria-hidden>
          {text.pressure} {text.units.pressure}
        </ValueName>
        <span className={classes.pressure}>
          <ValueButton pad={pad} place="systolic" onKey={onKey} />
          <span className={classes.slash} aria-hidden>
            /
          </span>
          <ValueButton pad={pad} place="diastolic" onKey={onKey} />
        </span>
        <span className={classes.was}>{was('systolic', 'diastolic')}</span>
      </div>
      {(['heartRate', 'spo2'] as const).map((place) => (
        <div
          key={place}
          className={classes.value}
          data-lane={place === 'spo2' ? 'spo2' : 'hr'}
          data-here={isAt(pad, place) || undefined}
        >
          <ValueName aria-hidden>
            {text.names[place]} {text.units[place]}
          </ValueName>
          <ValueButton pad={pad} place={place} onKey={onKey} />
          <span className={classes.was}>{was(place)}</span>
        </div>
      ))}
    </div>
  );
}

function ValueButton(props: {
  pad: Pad;
  place: 'systolic' | 'diastolic' | 'heartRate' | 'spo2';
  onKey(key: PadKey): void;
}) {
  const { pad, place, onKey } = props;
  const value = pad.values[place];
  const here = pad.at === place;
  return (
    <button
      type="button"
      className={classes.digits}
      data-place={place}
      aria-pressed={here}
      aria-label={text.status(text.names[place], value)}
      data-marked={(here && pad.marked) || undefined}
      onMouseDown={keepFocus}
      onClick={() => onKey({ type: 'place', place })}
    >
      <KeyedValue value={value} caret={here && !pad.marked} />
    </button>
  );
}

/** What a set also has: each is one tap away and none is gone to by itself. */
export function OtherValues({ pad, onKey }: Omit<ValuesProps, 'state'>) {
  const { respiratoryRate, oxygenLitresPerMin } = pad.values;
  const onAir = oxygenLitresPerMin === '0';
  return (
    <div className={classes.others} data-with-keys>
      <Other
        name={text.names.respiratoryRate}
        value={respiratoryRate}
        here={isAt(pad, 'respiratoryRate')}
        onPress={() => onKey({ type: 'place', place: 'respiratoryRate' })}
      />
      <Other
        name={text.names.moaas}
        value={pad.moaas === null ? '' : String(pad.moaas)}
        here={isAt(pad, 'moaas')}
        onPress={() => onKey({ type: 'place', place: 'moaas' })}
      />
      <button
        type="button"
        className={`${toggle.toggle} ${classes.other}`}
        aria-pressed={onAir}
        onMouseDown={keepFocus}
        onClick={() => onKey({ type: 'room-air' })}
      >
        <span>{text.roomAir}</span>
      </button>
      <Other
        name={`${text.names.oxygenLitresPerMin} ${text.units.oxygen}`}
        value={onAir ? '' : oxygenLitresPerMin}
        here={isAt(pad, 'oxygenLitresPerMin')}
        onPress={() => onKey({ type: 'place', place: 'oxygenLitresPerMin' })}
      />
    </div>
  );
}

function Other(props: { name: string; value: string; here: boolean; onPress(): void }) {
  return (
    <button
      type="button"
      className={`${toggle.toggle} ${classes.other}`}
      data-here={props.here || undefined}
      aria-label={text.status(props.name, props.value)}
      onMouseDown={keepFocus}
      onClick={props.onPress}
    >
      <small>{props.name}</small>
      <b>{props.value === '' ? '–' : props.value}</b>
    </button>
  );
}

function isAt(pad: Pad, ...places: PadPlace[]): boolean {
  return places.includes(pad.at);
}
