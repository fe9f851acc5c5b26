import { useMatch } from '@tanstack/react-router';
import { words } from '../words.ts';
import classes from './skip-links.module.css';

/** Where each leads; a place that is not on the screen leads to the page itself. */
const places = {
  line: '[data-entry-line] input',
  log: '#shared-log [role="log"]',
  timeline: 'main [role="slider"], [data-timeline]:not(:has([role="slider"]))',
  content: 'main',
};
type Place = keyof typeof places;

/** The first stops of the keyboard: over the rail, and in a room over all that stands before where one works. */
export function SkipLinks() {
  const inRoom = useMatch({ from: '/app/s/$sessionId', shouldThrow: false }) !== undefined;
  const shown: Place[] = inRoom ? ['line', 'log', 'timeline'] : ['content'];
  return shown.map((place) => (
    <a
      key={place}
      href={`#${place}`}
      className={classes.skip}
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
  const target =
    document.querySelector<HTMLElement>(places[place]) ?? document.querySelector<HTMLElement>('main');
  if (target === null) return;
  if (target.tabIndex < 0) target.tabIndex = -1;
  target.focus({ focusVisible: true });
}
