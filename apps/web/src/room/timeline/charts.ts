/** What needs the chart library, in one piece: it weighs as much as the rest of the page and comes after the values. */
export { DoseLane } from './dose-lane.tsx';
export { SignLane } from './sign-lane.tsx';
