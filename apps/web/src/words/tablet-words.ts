/** Sentences of the tablet check: whether this device is ready for a room. */
export const tabletWords = {
  page: 'Tablet check',
  intro: 'Whether this device is ready for a session. Nothing of a client is shown or asked for here.',
  asking: 'Looking…',
  again: 'Check again',
  open: 'Open Tandem',
  ready: 'This device is ready.',
  left: (count: number) => (count === 1 ? 'One thing is left to do.' : `${count} things are left to do.`),
  seconds: (ms: number) => `${(Math.abs(ms) / 1_000).toFixed(1)} s`,
  state: { well: 'In order', missing: 'To be mended', person: 'To be tried', asking: 'Looking' },
  checks: {
    trusted: {
      what: 'Connection',
      well: 'Encrypted, and this device trusts the computer.',
      missing:
        'Not encrypted. Open Tandem at its https address, after the steps of the page by which tablets join.',
      person: '',
    },
    installed: {
      what: 'On the home screen',
      well: 'Opened as an app: no address bar, and nothing else in it.',
      missing: '',
      person:
        'Opened in a browser. On an iPad: Share, Add to Home Screen. In Chrome: the menu, Install app. Then open it from there.',
    },
    storage: {
      what: 'What waits is kept',
      well: 'The browser has promised not to clear what this device keeps.',
      missing:
        'The browser may clear what is kept when the device runs out of room. Put Tandem on the home screen, then check again.',
      person: '',
    },
    clock: {
      what: 'Clock',
      well: (seconds: string) => `Differs by ${seconds} from the computer of the clinic.`,
      missing: (seconds: string) =>
        `Differs by ${seconds} from the computer of the clinic. Switch on the automatic time in the settings of this device.`,
      person: 'Tandem did not answer, so the clock could not be compared.',
    },
    awake: {
      what: 'Screen stays on',
      well: 'The screen can be kept on while a session runs.',
      missing: 'This browser cannot keep the screen on. Set the device to sleep after 30 minutes or later.',
      person: '',
    },
    sound: {
      what: 'Sound',
      well: 'You heard it.',
      missing: 'Turn the volume up and the silent switch off, then play it again.',
      person: 'Two soft tones, as for a high notice that nobody has seen.',
    },
    offline: {
      what: 'Without a network',
      well: 'Opened without a network, and the trial entry was still here.',
      missing: 'This browser keeps nothing. In a private window it never does: open an ordinary one.',
      person:
        'A trial entry is kept on this device. Switch Wi-Fi off, reload this page, then switch it on again and check.',
    },
  },
  play: 'Play it',
  heard: 'I heard it',
  notHeard: 'I heard nothing',
};
