/** Sentences of the panels for medicines. */
export const medicineWords = {
  second: {
    title: 'Second person',
    confirms: (what: string) => `Confirms ${what} with their PIN.`,
    who: 'Who confirms',
    nobody: 'Nobody else here may confirm: it takes another physician or nurse.',
    peopleFailed: 'The list of people did not load.',
    pin: 'Their PIN',
    pinHint: 'six digits',
    confirm: 'Confirm',
    checking: 'Checking…',
    cancel: 'Cancel',
    choose: 'Choose who confirms.',
    sixDigits: 'A PIN has six digits.',
    lockedUntil: (name: string, clock: string) =>
      `${name} can confirm again at ${clock}. Somebody else may confirm now.`,
  },
} as const;
