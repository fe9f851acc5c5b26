import type { ReactNode } from 'react';
import { useNow } from '../../data/clock.ts';
import classes from './gutter.module.css';
import type { LaneBox } from './lane-layout.ts';
import { OLD_MS } from './reading-age.tsx';

export interface GutterProps {
  readonly box: LaneBox;
  /** On a phone: one line above the plot, which begins here, in px. */
  readonly narrowLeft: number | null;
  readonly name: string;
  readonly unit?: string;
  /** Beside the unit: "room air". */
  readonly aside?: string | null;
  /** Null: there is none, and `none` says so. */
  readonly value: string | null;
  readonly none?: string;
  /** When it was taken in a running session, so that it can grow old; else null. */
  readonly livesSinceMs?: number | null;
  /** Stands beside the value, in place of its age, which is told below. */
  readonly beside?: ReactNode;
  readonly extra?: ReactNode;
  readonly change?: string | null;
  readonly was?: string | null;
  readonly age?: ReactNode;
}

/** Name, latest value large, how far from the baseline, the one before it (GTAB-045 to 047). */
export function Gutter(props: GutterProps) {
  const { box, narrowLeft, name, unit, aside, value, none, beside, extra, change, was, age } = props;
  const size = narrowLeft === null ? sizeOf(box.height) : 'head';
  const style =
    narrowLeft === null ? { top: box.top, height: box.height } : { top: box.top, left: narrowLeft };
  const small = size === 'low' || size === 'head';
  // Beside "172/104" there is no room for its age.
  const wide = (value?.length ?? 0) > 6;
  return (
    <div className={classes.gutter} data-size={size} data-lane={box.row.key} style={style}>
      <p className={classes.name}>
        {name} {unit !== undefined && <small>{unit}</small>}
        {aside != null && !small && <small> · {aside}</small>}
        {size === 'low' && beside == null && <small className={classes.age}>{age}</small>}
      </p>
      {value === null ? (
        none !== undefined && <p className={classes.about}>{none}</p>
      ) : (
        <>
          <Value value={value} tone={box.row.tone} sinceMs={props.livesSinceMs ?? null}>
            {size === 'middle' && (beside ?? (wide ? null : age))}
            {size === 'low' && (beside ?? change)}
            {size === 'head' && <Joined parts={[age, change]} />}
          </Value>
          {!small && (
            <p className={classes.about}>
              <Joined
                parts={size === 'tall' ? [beside, change, extra, age, was] : underMiddle(props, wide)}
              />
            </p>
          )}
        </>
      )}
    </div>
  );
}

/** One line under the value. */
function underMiddle(props: GutterProps, withAge: boolean): readonly ReactNode[] {
  const { beside, age, change, extra, was } = props;
  return beside == null ? [withAge ? age : null, change ?? extra, was] : [age, was];
}

/** How much there is room for: all lines under the value, one, or none. In px of the lane. */
function sizeOf(height: number): 'tall' | 'middle' | 'low' {
  if (height >= 102) return 'tall';
  return height >= 74 ? 'middle' : 'low';
}

/** Quieter once it is old: then its age is what matters. */
function Value(props: { value: string; tone: string; sinceMs: number | null; children: ReactNode }) {
  const now = useNow(10_000);
  const old = props.sinceMs !== null && now - props.sinceMs > OLD_MS;
  return (
    <p className={classes.latest} data-old={old || undefined}>
      <b style={old ? undefined : { color: `var(--t-${props.tone})` }}>{props.value}</b>{' '}
      <small>{props.children}</small>
    </p>
  );
}

function Joined({ parts }: { parts: readonly ReactNode[] }) {
  const there = parts.filter((part) => part != null);
  return there.map((part, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts never change places
    <span key={at} className={classes.part}>
      {part}
    </span>
  ));
}
