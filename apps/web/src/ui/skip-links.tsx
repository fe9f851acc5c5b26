import { useMatch } from '@tanstack/react-router';
import { words } from '../words.ts';
import classes from './skip-links.module.css';

/** Where each leads. In a room those that are not there at the moment are not shown (skip-links.module.css). */
const places = {
  line: '[data-entry-line] input',
  pad: '[data-keypad] [role="tab"][aria-selected="true"]',
  panel: '[data-task]:not([data-task="line"]) section',
  log: '#shared-log [role="log"]',
  timeline: 'main [role="slider"], [data-timeline]:not(:has([role="slider"]))',
  content: 'main',
};
type Place = keyof typeof places;

/** The first stops of the keyboard: over the rail, and in a room over all that stands before where one works. */
export function SkipLinks() {
  const inRoom = useMatch({ from: '/app/s/$sessionId', shouldThrow: false }) !== undefined;
  const shown: Place[] = inRoom ? ['line', 'pad', 'panel', 'log', 'timeline'] : ['content'];
  return shown.map((place) => (
    // biome-ignore lint/a11y/useValidAnchor: it leads to a place of this page, which is sought when it is pressed
    <a
      key={place}
      href="#content"
      className={classes.skip}
      data-place={place}
      onClick={(event) => {
        event.preventDefault();
        skipTo(place);
      }}
    >
      {words.skip[place]}
    </a>
  ));
}

function skipTo(place: Place): void {
  // The log may be a closed drawer.
  if (place === 'log') document.getElementById('shared-log')?.dispatchEvent(new Event('reveal'));
  for (const selector of [places[place], places.content]) {
    const target = document.querySelector<HTMLElement>(selector);
    if (target === null) continue;
    if (target.tabIndex < 0) target.tabIndex = -1;
    target.focus({ focusVisible: true });
    if (document.activeElement === target) return;
  }
}
