/** Unsent words in the line, per person and session: leaving the room or a login that ends loses none of them. */
const drafts = new Map<string, string>();

export function draftOf(personId: string, sessionId: string): string {
  return drafts.get(`${personId} ${sessionId}`) ?? '';
}

export function keepDraft(personId: string, sessionId: string, text: string): void {
  drafts.set(`${personId} ${sessionId}`, text);
}
