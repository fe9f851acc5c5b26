import type { DisplaySetting } from '@tandem/wire';

const settings: Record<DisplaySetting, string> = { calm: 'Calm', 'staff-side': 'Staff side', off: 'Off' };

/** Sentences for pairing and setting screens on a wall. */
export const displayWords = {
  title: 'Room display',
  ofClinic: 'Room displays',
  intro: 'A screen on the wall: room, phase and clock, never a name. On that screen, open',
  thenType: 'Then type the code that it shows here.',
  address: (origin: string) => `${origin}/display`,
  room: 'Room',
  noRooms: 'No rooms yet. A room has to be there before a screen can be paired with it.',
  code: 'Code on the screen',
  codeHint: 'Six characters, good for 10 minutes.',
  codeWrong:
    'The code is six characters, from 3 4 7 9 and the letters C D F H J K M N P R T W X Y. Look again.',
  setting: 'It shows',
  settings,
  means: {
    calm: 'Phase and clock. A notice is one small dim shape. For a room with a client in it.',
    'staff-side':
      'Pressure, heart rate, SpO₂ and notices, to be read at 4 m. For a wall that the client does not see.',
    off: 'The clock alone.',
  } satisfies Record<DisplaySetting, string>,
  valuesNotYours: 'Staff side is set by who treats in the room: physician, nurse or therapist.',
  pair: 'Pair this screen',
  pairAnother: 'Pair another screen',
  paired: (room: string) => `Paired with ${room}. It shows that within 2 seconds.`,
  pairedBy: (person: string, at: string) => `Paired by ${person}, ${at}`,
  on: 'Connected',
  lastSeen: (at: string) => `Not heard of since ${at}`,
  settingOf: (room: string) => `What the display in ${room} shows`,
  unpair: 'Unpair',
  unpairSure: 'It shows a code again, and nothing of this room. Unpair it?',
  keep: 'Keep it',
  unpaired: (room: string) => `The display in ${room} is unpaired.`,
  loading: 'Asking the server.',
  again: 'Try again',
  close: 'Close',
};
