const readings = (count: number) => `${count} ${count === 1 ? 'reading' : 'readings'}`;

/** Sentences of past sessions and of one client's page. */
export const clientPageWords = {
  /** What other lists say as well; the rest stands in `past-words.ts`. */
  past: {
    protocol: 'Protocol',
    version: (name: string, version: number) => `${name}, version ${version}`,
    /** `what` as "Client: Rivera". */
    clear: (what: string) => `Clear ${what.charAt(0).toLowerCase()}${what.slice(1)}`,
    filter: (name: string, value: string) => `${name}: ${value}`,
    loadingMore: 'Loading…',
    client: 'Client',
  },
  client: {
    sessions: 'Sessions',
    none: 'No sessions yet.',
    ofTeamAlone: 'Sessions whose team you are not on are not shown here.',
    noneOfTeam: 'No sessions with you on the team.',
    plan: 'Plan a session',
    gone: 'There is no client with this address in your clinic. Find the client by name.',
    notLoaded: 'This client did not load. Nothing is lost: the record is on the server.',
    medicines: 'Medicines',
    noMedicines: 'None entered',
    contacts: 'Contacts',
    noContacts: 'None entered',
    language: 'Language',
    noLanguage: 'Not entered',
    series: (of: number) => `Series of ${of}`,
    someSeries: 'Series',
    single: 'Not in a series',
    numberOf: (number: number, of: number) => `Session ${number} of ${of}`,
    team: 'Team',
    weight: 'Weight',
    ended: 'How it ended',
    noRoom: 'No room',
    running: (clock: string, room: string) =>
      `In session since ${clock}, ${room}. Open it to see its values.`,
    planned: 'Not started yet.',
    cancelled: 'Cancelled before it started.',
    notShown: 'Its values are not shown to your role.',
    more: (count: number) => `Load ${count} more`,
    show: 'Show',
    pictures: 'Pictures',
    table: 'Table',
  },
  picture: {
    scale: (low: number, high: number) =>
      `Blood pressure of every session on one scale, ${low} to ${high} mmHg, minutes from the first dose.`,
    widened: 'Widened for a reading outside 40 to 200.',
    fromStart: 'No ketamine dose: minutes from the start.',
    reading: (done: number, of: number) => `Reading ${done} of ${of} sessions…`,
    failed: 'These values did not load.',
    none: 'No pressure recorded.',
    outside: (count: number) => `${readings(count)} outside these minutes. The table has all of them.`,
    summary: (count: number, highest: string, minute: number) =>
      `Blood pressure, ${readings(count)}, highest ${highest} at minute ${minute}.`,
    summaryNone: 'Blood pressure, no reading.',
    doseAt: (label: string, minute: number) => `${label} at minute ${minute}.`,
    minute: 'Minute',
    pressure: 'Pressure mmHg',
    map: 'MAP',
    dose: 'Dose',
    tick: (minute: number, last: boolean) =>
      `${minute < 0 ? '−' : ''}${Math.abs(minute)}${last ? ' min' : ''}`,
  },
} as const;
