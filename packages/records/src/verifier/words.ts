import type { Verdict } from './verify-bundle.ts';

/** A verdict as lines that somebody reads who has never heard of a hash. */
export function verdictLines(verdict: Verdict): readonly string[] {
  const { problems, entries, checked, withheld, removed, signatures, heads, head } = verdict;
  if (head === null) return problems.map(({ what }) => what);
  const [first, ...more] = problems;
  // After the first thing that does not hold nothing was counted.
  if (first !== undefined)
    return [`This record does not hold. ${first.what}`, ...more.map(({ what }) => what)];
  return [
    `What is here was not changed: ${entries} entries in one unbroken chain.`,
    `${checked} of ${entries} contents were checked.`,
    ...(withheld === 0
      ? []
      : [
          `Not shown to the role this copy was made for: ${withheld}. Their place is checked, their content is not here.`,
        ]),
    ...(removed === 0
      ? []
      : [`Removed at their author's request: ${removed}. An entry says so, and their place is checked.`]),
    ...signatures.map(
      ({ name, role, at, meaning, coversSeq }) =>
        `Signed by ${name}, ${role}, ${at}: “${meaning}” It covers entries 1 to ${coversSeq}.`,
    ),
    heads === 0
      ? 'No head that was published elsewhere was held against it: that nothing was cut off at the end is not shown.'
      : `${heads} published ${heads === 1 ? 'head was' : 'heads were'} held against it.`,
    `Head: #${head.seq} ${head.hash}`,
  ];
}
