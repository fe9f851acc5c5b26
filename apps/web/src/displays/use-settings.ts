import { type DisplaySetting, displaySettings } from '@tandem/wire';
import { useMay } from '../data/me.ts';

/** What this person may set a screen to: who may not read values while a session runs puts none on a wall. */
export function useSettings(): readonly DisplaySetting[] {
  const mayReadValues = useMay()('vitals.read', 'in-progress');
  return displaySettings.filter((setting) => setting !== 'staff-side' || mayReadValues);
}
