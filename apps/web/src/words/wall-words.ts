import type { Phase } from '@tandem/domain';

const phases: Record<Phase, string> = {
  settling: 'Settling',
  onset: 'Onset',
  peak: 'Peak',
  plateau: 'Plateau',
  return: 'Return',
  grounding: 'Grounding',
};

/** Sentences of a screen on a wall. It is read from 4 m and by whoever is in the room. */
export const wallWords = {
  page: 'Room display',
  code: {
    title: 'Pair this screen with a room',
    how: 'In Tandem, open Room display in a session, or Setup, and type this code.',
    good: (minutes: number) => (minutes < 1 ? 'Good for less than a minute' : `Good for ${minutes} min`),
    shows: 'It will show a room, never a name.',
    unpaired: 'This screen was unpaired.',
    fill: 'Fill the screen',
    asking: 'Asking for a code',
    waiting: 'Tandem does not answer. This screen asks again by itself.',
  },
  phases,
  arc: (phase: string | null) => (phase === null ? 'No phase set yet' : `${phase}, of six phases`),
  notice: { high: 'High', medium: 'Medium', low: 'Low' },
  noticeOpen: (priority: string) => `${priority} notice open`,
  pressure: 'Blood pressure',
  heartRate: 'Heart rate',
  spo2: 'SpO₂ %',
  none: '–',
  ago: (minutes: number) => (minutes < 1 ? 'Just now' : `${minutes} min ago`),
  old: (minutes: number) => `${minutes} min old`,
  noReading: 'No reading yet',
  next: (countdown: string) => `Next ${countdown}`,
  due: 'Due now',
  late: (minutes: number) => `${minutes} min late`,
  pressures: (count: number) => `${count} blood pressures of this session`,
  notAnAlarm: 'Typed by staff. This is not a bedside alarm.',
  notCurrent: (clock: string) => `Not current since ${clock}`,
  off: 'This screen is off. Turn it on in Tandem: Room display in a session, or Setup.',
  cannotStayAwake: 'This browser cannot keep the screen on. Set the device to never sleep.',
};
