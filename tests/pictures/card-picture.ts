import type { Locator, Page } from '@playwright/test';
import type { CardSaid } from './card-said.ts';
import type { CardSessions } from './card-session.ts';

/** A low, narrow window: a form of the room is then as wide as a card can show it. */
export const NARROW = { width: 760, height: 560 };

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What one stands in while a picture of a card is taken. */
export interface Scene {
  readonly page: Page;
  readonly url: string;
  readonly said: CardSaid;
  readonly made: CardSessions;
}

/** A piece of a real screen, as a card shows it. */
export interface CardPicture {
  readonly name: string;
  readonly who: 'physician' | 'nurse' | 'therapist' | 'lead';
  readonly width?: number;
  readonly narrow?: boolean;
  readonly touch?: boolean;
  readonly dim?: boolean;
  /** Opens the screen and says which piece of it. */
  piece(scene: Scene): Promise<Box>;
}

/** Where an element stands, with so much around it; no wider or higher than that. */
export async function boxOf(
  element: Locator,
  { pad = 0, width = Infinity, height = Infinity }: { pad?: number; width?: number; height?: number } = {},
): Promise<Box> {
  await element.waitFor();
  // Charts, rings and scrolled lists come to rest.
  await element.page().waitForTimeout(900);
  await element.scrollIntoViewIfNeeded();
  const box = await element.boundingBox();
  if (box === null) throw new Error(`not seen: ${element}`);
  return {
    x: Math.max(0, box.x - pad),
    y: Math.max(0, box.y - pad),
    width: Math.min(box.width + 2 * pad, width),
    height: Math.min(box.height + 2 * pad, height),
  };
}
