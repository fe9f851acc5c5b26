import type { Role } from '@tandem/domain';

/** Sentences of every page but the session room. */
export const pageWords = {
  product: 'Tandem',
  rail: { today: 'Today', session: 'Session', sessions: 'Sessions', clients: 'Clients', setup: 'Setup' },
  skip: {
    content: 'Skip to content',
    line: 'Skip to the entry line',
    pad: 'Skip to the keypad',
    panel: 'Skip to the open panel',
    log: 'Skip to the log',
    timeline: 'Skip to the timeline',
  },
  language: 'Language',
  languageNotKept: 'This browser keeps nothing. The language cannot be chosen here.',
  person: {
    pinSet: 'You have a PIN to unlock this screen with.',
    noPin: 'You have no PIN yet: it unlocks this screen and confirms doses.',
    setPin: 'Set PIN',
    changePin: 'Change PIN',
    pin: 'New PIN, six digits',
    password: 'Your password',
    savePin: 'Save PIN',
    actingAs: 'Acting as',
    signOut: 'Sign out',
    device: 'This device',
    light: 'Light',
    dim: 'Dim',
    toLight: 'Switch to light',
    toDim: 'Switch to dim',
    unsent: (count: number) =>
      `${count} ${count === 1 ? 'entry is' : 'entries are'} not saved yet. Wait until everything is saved, or export what is kept here.`,
  },
  weekdays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  time: {
    now: 'now',
    ago: (howLong: string) => `${howLong} ago`,
    days: (count: number) => `${count} days`,
  },
  cannotSave: 'Tandem cannot save right now: write on paper. Reading goes on.',
  kept: {
    wait: (count: number, name: string) =>
      `${count} ${count === 1 ? 'entry' : 'entries'} by ${name} ${count === 1 ? 'waits' : 'wait'} on this device.`,
    show: 'Show',
  },
  signIn: {
    title: 'Sign in',
    email: 'Email',
    password: 'Password',
    button: 'Sign in',
    wait: (seconds: number) =>
      `Too many wrong passwords. Wait ${seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`}, then try again.`,
  },
  failed: {
    noAnswer: 'Tandem did not answer. What you typed is kept. Check the network, then try again.',
    again: 'Try again',
    broken: 'This page made an error. What the server has is safe. Reload to go on.',
    reload: 'Reload',
    tooOld: 'A newer Tandem is running here: reload to continue. What waits on this device stays here.',
    tooOldUnsafe:
      'A newer Tandem is running here. Reload to continue, once what is in this page only is saved or exported.',
  },
  notCurrent: {
    since: (clock: string) => `Not current since ${clock}.`,
    because: {
      silence: 'Trying again.',
      'stood-still': 'This device was asleep. Catching up.',
      database: 'The database does not answer. Trying again.',
      ahead: 'The server has fewer entries than this screen. Reload the page.',
      'too-old': 'Reload to continue.',
    },
  },
  clock: {
    ahead: (howLong: string) =>
      `This device’s clock is ${howLong} ahead of the server. Times here follow the server.`,
    behind: (howLong: string) =>
      `This device’s clock is ${howLong} behind the server. Times here follow the server.`,
  },
  board: {
    now: 'In session now',
    later: 'Later',
    toSign: 'To sign',
    newSession: 'New session',
    round: 'Round',
    register: 'Register',
    planTheDay: 'Plan the day',
    addClient: 'Add client',
    none: (next: string | null) =>
      next === null ? 'No sessions today.' : `No sessions today. Next: ${next}.`,
    noneNow: 'No one is in session.',
    noneLater: 'Nothing more is planned today.',
    noneToSign: 'Nothing to sign.',
    hiddenClient: 'Client not shown to you',
    noRoom: 'No room',
    start: 'Start',
    edit: 'Change',
    cancel: 'Cancel',
    vitals: { bloodPressure: 'BP', heartRate: 'HR', spo2: 'SpO₂' },
    noVitals: 'No vital signs yet',
    noPressure: 'Blood pressure, no reading.',
    pressures: (count: number, highest: string) =>
      `Blood pressure, last ${count === 1 ? 'reading' : `${count} readings`}, highest ${highest}.`,
    taken: (ago: string) => `Taken ${ago}`,
    due: {
      in: (minutes: number) => `Vitals due in ${minutes} min`,
      now: 'Vitals due now',
      late: (clock: string, minutes: number) => `Vitals due since ${clock}, ${minutes} min late`,
    },
    noticeIn: (place: string, sentence: string) => `${place}: ${sentence}`,
    elapsedIn: 'In session',
    ended: (day: string) => `Ended ${day}`,
  },
  roles: {
    physician: 'Physician',
    nurse: 'Nurse',
    therapist: 'Therapist',
    lead: 'Clinic lead',
    admin: 'Admin',
  } satisfies Record<Role, string>,
  inSentence: (name: string) => name.charAt(0).toLowerCase() + name.slice(1),
  origin: { live: '', training: 'Training', demo: 'Demo', transcribed: 'Copied from paper' },
  status: {
    planned: 'Planned',
    'in-progress': 'In session',
    ended: 'To sign',
    signed: 'Signed',
    cancelled: 'Cancelled',
  },
  steps: {
    end: 'End session',
    sign: 'Sign',
    cancel: 'Cancel session',
    cancelTitle: 'Cancel this session',
    why: 'Reason',
    back: 'Go back',
  },
  clients: {
    sex: 'Sex',
    sexes: { female: 'Female', male: 'Male', other: 'Other', unknown: 'Not known' },
  },
  plan: { team: 'Team' },
} as const;
