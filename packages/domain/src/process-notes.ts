/** Longest process note, in characters. */
export const PROCESS_NOTE_MAX = 15_000;

/**
 * On what a process note may be opened to somebody else than its author (45 CFR 164.508(a)(2), 164.512): clinical need
 * is none of them.
 */
export const releaseGrounds = {
  'client-authorization': 'The client’s authorization for psychotherapy notes',
  defence: 'Defence of the author or the clinic in a legal action by the client',
  oversight: 'Oversight of the author by a health authority',
  coroner: 'Coroner or medical examiner',
  'serious-threat': 'A serious and imminent threat to somebody’s safety',
  'required-by-law': 'Required by law or court order',
} as const;
export type ReleaseGround = keyof typeof releaseGrounds;
export const releaseGroundKeys = Object.keys(releaseGrounds) as [ReleaseGround, ...ReleaseGround[]];

/** Longest time for which a release opens anything, hours. */
export const RELEASE_HOURS_MAX = 72;
