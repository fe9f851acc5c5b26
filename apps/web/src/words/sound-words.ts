/** Sentences about the sound of High notices, which a physician or nurse may turn on for a device. */
export const soundWords = {
  ask: 'Sound for High notices on this device',
  on: 'On',
  off: 'Off',
  how: 'One soft tone, again each minute until somebody has seen it. Kept for you on this device.',
  muted: 'Muted',
  turnOn: 'Sound for High notices is off. Turn it on.',
  sounds: 'Sound on',
  turnOff: 'Sound for High notices is on. Turn it off.',
  waits: 'Sound waits for a tap',
  none: 'No sound in this browser',
} as const;
