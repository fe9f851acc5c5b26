import { settled } from './manual-time.test-support.ts';
import type { OutboxItem } from './outbox-shelf.ts';
import type { SendOutcome } from './outbox-types.ts';

/** A server that answers when the test says so. */
export function slowServer() {
  const asked: { item: OutboxItem; answer: (outcome: SendOutcome) => void; fail: (error: Error) => void }[] =
    [];
  const send = (item: OutboxItem) =>
    new Promise<SendOutcome>((answer, fail) => {
      asked.push({ item, answer, fail });
    });
  return {
    asked,
    send,
    ids: () => asked.map(({ item }) => item.id),
    async answer(at: number, outcome: SendOutcome) {
      asked[at]?.answer(outcome);
      await settled();
    },
  };
}
