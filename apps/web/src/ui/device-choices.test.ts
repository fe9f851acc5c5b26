import { describe, expect, it } from 'vitest';
import { keptIn, withHand } from './device-choices.ts';

describe('choices of a device', () => {
  it('[DEV-1] are kept per person: one changes nothing for another, nor for the device', () => {
    const left = withHand({ daylight: true }, 'amara', { hand: 'left' });
    const gloved = withHand(left, 'amara', { gloves: true });
    expect(withHand(gloved, 'jonas', { pressTwice: true })).toEqual({
      daylight: true,
      people: { amara: { hand: 'left', gloves: true }, jonas: { pressTwice: true } },
    });
  });

  it('[DEV-1] come back from storage, and what is none of ours is no choice', () => {
    const kept = withHand({}, 'amara', { hand: 'left' });
    expect(keptIn(JSON.stringify(kept))).toEqual(kept);
    for (const broken of [null, '{', 'null', '7']) expect(keptIn(broken)).toEqual({});
  });
});
