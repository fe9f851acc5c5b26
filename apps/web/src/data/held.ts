import type { Scheduler } from './scheduler.ts';

/** Things made when first asked for and kept as long as someone holds them. */
export interface Held<Thing> {
  of(key: string): Thing;
  /** @returns how to let go */
  hold(key: string): () => void;
  close(): void;
}

/** Kept a little longer than held: people step out and back in. */
const LINGER_MS = 5_000;

export function createHeld<Thing extends { close(): void }>(
  make: (key: string) => Thing,
  scheduler: Scheduler,
): Held<Thing> {
  const slots = new Map<string, { readonly thing: Thing; holders: number; cancelClose: () => void }>();

  function slotOf(key: string) {
    const known = slots.get(key);
    if (known !== undefined) return known;
    const slot = { thing: make(key), holders: 0, cancelClose: () => {} };
    slots.set(key, slot);
    return slot;
  }

  return {
    of: (key) => slotOf(key).thing,
    hold(key) {
      const slot = slotOf(key);
      slot.holders += 1;
      slot.cancelClose();
      return () => {
        slot.holders -= 1;
        if (slot.holders > 0) return;
        slot.cancelClose = scheduler.after(LINGER_MS, () => {
          slot.thing.close();
          slots.delete(key);
        });
      };
    },
    close() {
      for (const { thing, cancelClose } of slots.values()) {
        cancelClose();
        thing.close();
      }
      slots.clear();
    },
  };
}
