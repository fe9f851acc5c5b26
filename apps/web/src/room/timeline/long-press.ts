/** How long a hand stays for it to be a long press, and how far it may drift meanwhile: gloves slip (ux.md 2.2). */
export const PRESS_MS = 500;
export const DRIFT_PX = 12;

interface Point {
  readonly clientX: number;
  readonly clientY: number;
}

/** Tells a long press from a tap. */
export class LongPress<Place extends Point> {
  readonly #onPress: (place: Place) => void;
  #down: { readonly at: Point; readonly timer: ReturnType<typeof setTimeout> } | null = null;
  #fired = false;

  constructor(onPress: (place: Place) => void) {
    this.#onPress = onPress;
  }

  /** The click that ends a long press means nothing more. */
  get hasFired(): boolean {
    return this.#fired;
  }

  down(place: Place): void {
    this.stop();
    this.#fired = false;
    const fire = () => {
      this.#down = null;
      this.#fired = true;
      this.#onPress(place);
    };
    this.#down = { at: place, timer: setTimeout(fire, PRESS_MS) };
  }

  move({ clientX, clientY }: Point): void {
    if (this.#down === null) return;
    const { at } = this.#down;
    if (Math.hypot(clientX - at.clientX, clientY - at.clientY) > DRIFT_PX) this.stop();
  }

  /** Let go, or gone. */
  stop(): void {
    if (this.#down !== null) clearTimeout(this.#down.timer);
    this.#down = null;
  }
}
