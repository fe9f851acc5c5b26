import { regionWords } from './region-words.ts';

/** Sentences of the panels for what was said and what turned: intention, moments, shifts, words to keep; and of the search. */
export const meaningWords = {
  time: 'Time',
  badTime: 'Write the time as 10:40.',
  lateNeeded: 'This is more than 10 minutes ago. Say why it is recorded late.',
  intention: {
    title: 'Intention of this session',
    label: 'In the client’s words',
    needed: 'Write the intention.',
  },
  moment: {
    title: 'Moment',
    text: 'What it was',
    from: 'From',
    until: 'Until, for a stretch of time',
    untilHint: 'Leave empty for one point',
    tags: 'Tags',
    tagsHint: 'Type one, then Enter',
    suggested: 'Tags used before, and others',
    remove: (tag: string) => `Remove ${tag}`,
    add: (tag: string) => `Add “${tag}”`,
    twice: (tag: string) => `${tag} stands there already.`,
    tooMany: 'At most 12 tags.',
    ...regionWords,
    ahead: 'This time lies ahead. Check it.',
    /** Said often in this work; a person's own come first. */
    terms: ['grief', 'fear', 'shame', 'anger', 'tears', 'silence', 'body', 'memory', 'release', 'compassion'],
  },
  shift: {
    title: 'Shift',
    from: 'From',
    to: 'To',
    needed: 'Write both sides of the shift.',
  },
  keep: {
    title: 'Words to keep',
    label: 'The client’s own words',
    needed: 'Write the words to keep.',
    from: (clock: string) => `from ${clock}`,
    none: 'None kept yet. They go with the client into the weeks after.',
  },
  search: {
    label: 'Search words and tags',
    close: 'Close search',
    tags: 'Tags',
    found: (count: number) => `${count} ${count === 1 ? 'entry matches' : 'entries match'}`,
    none: 'No entries match.',
    clear: (what: string) => `Clear ${what}`,
    typed: (query: string) => `“${query}”`,
  },
} as const;
