import { may } from '@tandem/domain';
import type { Rng } from '@tandem/scenarios';
import type { Device } from './device.ts';
import { asSeen, doseBy, extraFor } from './extras.ts';
import type { Ledger } from './ledger.ts';
import type { Page, Recording } from './page.ts';
import type { Person } from './people.ts';
import type { Script, StepAct } from './script.ts';
import type { World } from './world.ts';

/** A person whose devices all sleep, or who waits for an entry to show, looks again so often and so many times. */
const AGAIN_MS = 2_500;
const TRIES = 6;

/** The people of the session, doing what the script says and some things more. */
export class Room {
  /** Calls of people that are not answered yet. */
  busy = 0;
  private readonly rng: Rng;

  constructor(
    private readonly world: World,
    private readonly ledger: Ledger,
    private readonly devices: readonly Device[],
  ) {
    this.rng = world.rng('room');
  }

  begin({ acts, steps, activeMs }: Script): void {
    const { time } = this.world;
    for (const { atMs, person, recording } of acts) {
      time.after(atMs, () => this.record(person, (page) => asSeen(recording, page.store.view().confirmed)));
    }
    for (let more = this.rng.int(2, 9); more > 0; more -= 1) {
      const { person } = this.rng.pick(this.devices.filter((device) => isClinician(device)));
      time.after(this.rng.int(2_000, activeMs + 8_000), () =>
        this.record(person, (page) => extraFor(this.rng, page)),
      );
    }
    if (this.rng.chance(0.4)) this.doseTwice(this.rng.int(5_000, activeMs));
    for (const step of steps) time.after(step.atMs, () => void this.step(step));
  }

  /** Two people record a dose of the same drug within a moment. */
  private doseTwice(atMs: number): void {
    for (const role of ['physician', 'nurse'] as const) {
      const person = this.devices.find((device) => device.person.role === role)?.person;
      if (person === undefined) continue;
      this.world.time.after(atMs + this.rng.int(0, 900), () =>
        this.record(person, () => ({ id: this.rng.uuid(), happenedMs: null, ...doseBy(this.rng, role) })),
      );
    }
  }

  private record(person: Person, make: (page: Page) => Recording | null, tries = TRIES): void {
    const page = this.pageOf(person);
    const recording = page === null ? null : make(page);
    if (page === null || recording === null) {
      if (tries > 1) this.world.time.after(AGAIN_MS, () => this.record(person, make, tries - 1));
      return;
    }
    this.world.figures.recorded += 1;
    void page.record(recording).then(() => {
      // A page that went meanwhile showed nobody that it keeps it.
      if (!page.time.alive) return;
      this.world.trace.note(`${page.lane} keeps ${recording.kind} ${recording.id.slice(0, 8)}`);
      this.ledger.kept(recording.id, page.lane);
    });
  }

  /** Pressed, and pressed again after silence: one id, one step. */
  private async step(act: StepAct): Promise<void> {
    const page = this.pageOf(act.person);
    const again = () => this.world.time.after(AGAIN_MS, () => void this.step(act));
    if (page === null) {
      again();
      return;
    }
    this.busy += 1;
    const given = page.post(act.what, act.body).then(
      ({ status }) => status,
      () => null,
    );
    // With the page its call is forgotten; the person opens the form again.
    const status = await Promise.race([given, gone(this.world, page)]);
    this.busy -= 1;
    this.world.trace.note(`${page.lane} ${act.what} answered ${status ?? 'nothing'}`);
    if (status === null || status >= 500) again();
    else if (status < 300) this.ledger.step(act.body.id);
    if (status !== null && status < 300) this.world.time.after(700, () => this.review());
  }

  /**
   * The leads, who were turned away while the session ran, look at it: it is over, and not signed yet. They look until
   * they see it: a refusal may have been on its way to them since before the end.
   */
  review(): void {
    const { status } = this.world.log.state;
    if (status !== 'ended' && status !== 'signed') return;
    let isSeen = true;
    for (const device of this.devices) {
      if (device.person.role !== 'lead') continue;
      for (const page of [...device.pages]) {
        const { refusal, currency } = page.store.view();
        if (currency.type !== 'current') isSeen = false;
        if (refusal !== null) device.reload(page);
      }
    }
    if (!isSeen) this.world.time.after(1_000, () => this.review());
  }

  private pageOf(person: Person): Page | null {
    const pages = this.devices
      .filter((device) => device.person === person && !device.isAsleep)
      .flatMap((device) => device.pages);
    return pages.length === 0 ? null : this.rng.pick(pages);
  }
}

const isClinician = ({ person }: Device) => may(person.role, 'notes.write');

function gone({ time }: World, page: Page): Promise<null> {
  return new Promise((resolve) => {
    const look = () => {
      if (page.time.alive) time.after(1_000, look);
      else resolve(null);
    };
    look();
  });
}
