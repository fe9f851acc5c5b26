/**
 * Lays the sentences of another language over the English ones, in place: whoever holds a part of the catalogue says
 * it in the new language from here on. What is missing stays English; what belongs to another part of
 * the page is left out.
 */
export function lay(english: object, other: object): void {
  const onto = english as Record<string, unknown>;
  for (const [name, said] of Object.entries(other)) {
    if (!Object.hasOwn(onto, name)) continue;
    const part = onto[name];
    if (typeof said === 'object' && typeof part === 'object' && part !== null) lay(part, said);
    else onto[name] = said;
  }
}
