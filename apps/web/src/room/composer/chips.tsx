import type { LineEntry, RecordableKind } from '@tandem/domain';
import type { ReactNode } from 'react';
import { words } from '../../words/in-room.ts';
import { openLozenges } from '../open-lozenges.ts';
import { mayRecord, type PanelTask, useRoom, wasGiven } from '../room-context.ts';
import classes from './entry-line.module.css';

type Kind = LineEntry['kind'];
export const lineKinds: readonly Kind[] = ['vital-signs', 'dose', 'note', 'phase', 'adverse-event'];

/** Shows what was understood; a tap makes the line this kind and nothing else. */
export function Chips(props: {
  readonly kinds: readonly Kind[];
  readonly panels: ReactNode;
  readonly understood: Kind | null;
  readonly forced: Kind | null;
  onForce(kind: Kind): void;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would announce a form group for a row of toggles
    <div role="group" aria-label={words.line.kind} className={classes.chips}>
      {props.kinds.map((kind) => (
        <button
          key={kind}
          type="button"
          className={classes.chip}
          aria-pressed={props.forced === kind}
          data-understood={props.understood === kind || undefined}
          // Keeps the caret in the line: a chip is a word about it, not another place.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => props.onForce(kind)}
        >
          {words.line.chips[kind]} <small>{words.line.examples[kind]}</small>
        </button>
      ))}
      {props.panels}
    </div>
  );
}

/** Handing over is not offered here: it begins with the people in the room. */
type PanelRow = readonly [Exclude<PanelTask['panel'], 'handover'>, RecordableKind];
const ofMeaning: readonly PanelRow[] = [
  ['moment', 'moment'],
  ['shift', 'shift'],
  ['keep', 'words-to-keep'],
];
const ofMedicine: readonly PanelRow[] = [
  ['gate', 'checklist'],
  ['scales', 'assessment'],
  ['event', 'adverse-event'],
  ['not-taken', 'vital-signs'],
  ['infusion', 'infusion-start'],
  ['not-given', 'dose-not-given'],
  ['waste', 'waste'],
  ['lozenge', 'dose'],
  ['discharge', 'checklist'],
];

/** What asks for more than a line: each opens its panel in the line's place. */
export function PanelButtons() {
  const room = useRoom();
  // What a person comes for stands first: the row may be longer than the screen.
  const panels = room.me.role === 'therapist' ? [...ofMeaning, ...ofMedicine] : [...ofMedicine, ...ofMeaning];
  return (
    <span className={classes.panels}>
      {panels.map(
        ([panel, kind]) =>
          mayRecord(room, kind) &&
          (panel !== 'lozenge' || openLozenges(room.view.confirmed).length > 0) &&
          (panel !== 'discharge' || wasGiven(room)) && (
            <button
              key={panel}
              type="button"
              className={classes.chip}
              onClick={() => room.setTask({ type: 'panel', panel, prefill: null })}
            >
              {words.line.panels[panel]}
            </button>
          ),
      )}
    </span>
  );
}
