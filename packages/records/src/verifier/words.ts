import type { Verdict } from './verify-bundle.ts';

/** A verdict as lines that somebody reads who has never heard of a hash. */
export function verdictLines(verdict: Verdict): readonly string[] {
  const { holds, problems, entries, checked, withheld, removed, signatures, heads, head } = verdict;
  if (head === null) return problems.map(({ what }) => what);
  const first = problems[0];
  return [
    ...(holds
      ? [`Nothing was changed: ${entries} entries in one unbroken chain.`]
      : [`This record does not hold. ${first?.what ?? ''}`, ...problems.slice(1).map(({ what }) => what)]),
    `${checked} of ${entries} contents were checked.`,
    ...(withheld === 0
      ? []
      : [
          `${withheld} were not shown to the role this copy was made for: their place is checked, their content is not here.`,
        ]),
    ...(removed === 0
      ? []
      : [`${removed} were removed at their author's request, and an entry says so: their place is checked.`]),
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
