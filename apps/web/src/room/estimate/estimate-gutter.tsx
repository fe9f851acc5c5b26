import { estimateDisclaimer, estimateLimits, formatMg } from '@tandem/domain';
import { type SyntheticEvent, useId, useRef } from 'react';
import sheet from '../../ui/popover.module.css';
import type { LaneBox, Layout } from '../timeline/lane-layout.ts';
import classes from './estimate.module.css';
import { estimateWords } from './estimate-words.ts';

export interface EstimateGutterProps {
  readonly box: LaneBox;
  readonly layout: Layout;
  readonly range: string;
  /** "11:45", of a session that is over; null while the words are about now. */
  readonly clock: string | null;
  readonly totalMicrograms: number;
}

/** px that the text has at most, with what is left around it: as in the stylesheet. */
const ABOUT = { width: 380, height: 380, around: 16 };
/** px of a lane from which there is room for a line more. */
const TALL = 104;

/** Name, range in words and what it is not; a phone has one line above the plot. */
export function EstimateGutter({ box, layout, range, clock, totalMicrograms }: EstimateGutterProps) {
  const { narrow, left } = layout;
  const style = narrow ? { top: box.top, left } : { top: box.top, height: box.height };
  return (
    <div className={classes.gutter} data-narrow={narrow || undefined} style={style}>
      <p className={classes.name}>{estimateWords.title}</p>
      <p className={classes.words}>
        {range} {clock !== null && !narrow && estimateWords.at(clock)}
      </p>
      {!narrow && box.height >= TALL && (
        <p className={classes.words}>{estimateWords.given(formatMg(totalMicrograms))}</p>
      )}
      <WhatIsThis short={narrow} />
    </div>
  );
}

/** The whole disclaimer, one press away by hand and keyboard. */
function WhatIsThis({ short }: { readonly short: boolean }) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const about = useRef<HTMLDivElement>(null);
  /** Above the button: below it stands what people are typing. */
  function place(): void {
    const box = button.current?.getBoundingClientRect();
    if (box === undefined || about.current === null) return;
    const { width, height, around } = ABOUT;
    const inside = (px: number, most: number) => `${Math.max(around, Math.min(px, most - around))}px`;
    about.current.style.bottom = inside(window.innerHeight - box.top + 8, window.innerHeight - height);
    about.current.style.left = inside(box.left, window.innerWidth - width);
  }
  return (
    <>
      <p className={classes.words}>
        {!short && `${estimateWords.short} `}
        <button
          ref={button}
          type="button"
          className={classes.ask}
          popoverTarget={id}
          aria-label={short ? `${estimateWords.ask} ${estimateWords.short}` : undefined}
        >
          {short ? '?' : estimateWords.ask}
        </button>
      </p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keeps pointers from the timeline that lies behind it */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the same */}
      <div
        ref={about}
        id={id}
        popover="auto"
        className={`${sheet.popover} ${classes.about}`}
        onBeforeToggle={place}
        onClick={keep}
        onDoubleClick={keep}
        onPointerDown={keep}
        onPointerMove={keep}
      >
        <h3 className={classes.aboutTitle}>{estimateWords.about}</h3>
        <p>{estimateDisclaimer}</p>
        <p>{estimateLimits}</p>
      </div>
    </>
  );
}

function keep(event: SyntheticEvent): void {
  event.stopPropagation();
}
