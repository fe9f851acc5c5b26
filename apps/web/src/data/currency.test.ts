import { describe, expect, it } from 'vitest';
import { CURTAIN_FALLS_MS, createCurrencyWatch } from './currency.ts';
import { manualTime } from './manual-time.test-support.ts';

function setUp() {
  const time = manualTime();
  let drawn = 0;
  const watch = createCurrencyWatch(time, () => {
    drawn += 1;
  });
  return { time, watch, drawn: () => drawn };
}

describe('the stale curtain', () => {
  it('[STO-12] counts from the moment that is proven, not from when the word of it came', async () => {
    const { time, watch } = setUp();
    const provenAtMs = time.nowMs();
    await time.advance(3_000);
    watch.heard(3_000);
    expect(watch.now().type).toBe('current');
    await time.advance(CURTAIN_FALLS_MS - 3_001);
    expect(watch.now().type).toBe('current');
    await time.advance(1);
    expect(watch.now()).toMatchObject({ type: 'not-current', sinceMs: provenAtMs, isProven: true });
  });

  it('[STO-12] stays down on a line that is too late for it, and names the last moment proven', async () => {
    const { time, watch } = setUp();
    await time.advance(CURTAIN_FALLS_MS);
    expect(watch.now()).toMatchObject({ type: 'not-current', isProven: false });
    for (const ageMs of [CURTAIN_FALLS_MS, 9_000, 6_000]) {
      await time.advance(5_000);
      watch.heard(ageMs);
      expect(watch.now()).toMatchObject({
        type: 'not-current',
        sinceMs: time.nowMs() - ageMs,
        isProven: true,
      });
    }
    watch.heard(CURTAIN_FALLS_MS - 1);
    expect(watch.now().type).toBe('current');
  });

  it('[STO-12] takes no earlier moment for news, and none that is not known', async () => {
    const { time, watch, drawn } = setUp();
    watch.heard(100);
    const provenAtMs = time.nowMs() - 100;
    for (const ageMs of [2_000, Number.POSITIVE_INFINITY, 100]) watch.heard(ageMs);
    const now = watch.now();
    expect(now.type === 'current' && now.provenAtMs()).toBe(provenAtMs);
    await time.advance(CURTAIN_FALLS_MS - 101);
    expect(drawn()).toBe(1);
    await time.advance(1);
    watch.heard(Number.POSITIVE_INFINITY);
    expect(watch.now()).toMatchObject({ type: 'not-current', sinceMs: provenAtMs });
  });

  it('[STO-12] is proven anew when everything is read anew, and falls if that never ends', async () => {
    const { time, watch } = setUp();
    watch.heard(1_000);
    watch.loading();
    watch.heard(2_000);
    expect(watch.now().type).toBe('current');
    await time.advance(CURTAIN_FALLS_MS - 2_000);
    expect(watch.now().type).toBe('not-current');
    watch.loading();
    expect(watch.now().type).toBe('loading');
    await time.advance(CURTAIN_FALLS_MS);
    expect(watch.now()).toMatchObject({ type: 'not-current', isProven: false });
  });
});
