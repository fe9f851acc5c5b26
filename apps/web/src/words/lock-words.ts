/** Sentences of a screen that has locked itself. */
export const lockWords = {
  title: 'Locked',
  lead: (name: string) => `${name} is signed in. What was typed is kept.`,
  pin: 'PIN',
  password: 'Password',
  usePassword: 'Use the password',
  usePin: 'Use the PIN',
  noPin: 'You have no PIN: use the password. Set one under your name.',
  unlock: 'Unlock',
  other: 'Somebody else: sign out',
  unsent:
    'Entries wait on this device for whoever is signed in. They stay here, and are sent when they sign in again.',
  lastVitals: (ago: string) => `Last vital signs, ${ago}`,
  noVitals: 'No vital signs yet',
  due: (clock: string) => `Next due ${clock}`,
  overdue: (clock: string) => `Were due ${clock}`,
  nothingDue: 'Nothing due',
  notices: 'Open notices',
  noNotices: 'No notice is open.',
  emergency: 'Emergency',
  emergencyAgain: 'Press again: opens the room',
  emergencyMeans:
    'In an emergency the room opens without a PIN and without a network. That it was opened is kept.',
} as const;
