const days = (count: number) => `${count} ${count === 1 ? 'day' : 'days'}`;

/** Sentences about a client's consents. */
export const consentWords = {
  title: 'Consents',
  none: 'No consent recorded.',
  loading: 'The consents are loading…',
  notLoaded: 'The consents did not load.',
  version: (version: string) => `version ${version}`,
  signed: (day: string) => `Signed on ${day}`,
  current: 'Current',
  until: (day: string) => `Current, until ${day}`,
  expiresIn: (count: number) =>
    count === 0 ? 'Current, expires after today' : `Current, expires in ${days(count)}`,
  expired: (day: string) => `Expired on ${day}`,
  from: (day: string) => `Counts from ${day}`,
  withdrawn: (by: string | null, day: string) => `Withdrawn ${by === null ? '' : `by ${by} `}on ${day}`,
  add: 'Add consent',
  form: 'Form name',
  formVersion: 'Version',
  signedOn: 'Signed on',
  expiresOn: 'Expires on',
  noExpiry: 'if it does',
  record: 'Record consent',
  alreadyStored:
    'An earlier try was stored as it was typed then: see it among the consents. Close this form; withdraw that one if it is wrong.',
  close: 'Back',
  withdraw: 'Withdraw',
  /** For those who hear the buttons of a list one by one. */
  withdrawOne: (form: string, version: string) => `Withdraw ${form}, version ${version}`,
  withdrawTitle: 'Withdraw this consent?',
  withdrawHint:
    'It counts no more from now on. It stays in the record as withdrawn, with your name and the day.',
  withdrawNow: 'Withdraw consent',
} as const;
