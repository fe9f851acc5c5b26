import { describe, expect, it } from 'vitest';
import { placed, sideBySide } from './side-by-side.ts';

const at = (fromMs: number, toMs: number) => ({ fromMs, toMs });

describe('sessions of one room', () => {
  it('[DAY-4] stand alone when they only touch', () => {
    expect(sideBySide([at(0, 10), at(10, 20)])).toEqual([
      { lane: 0, lanes: 1 },
      { lane: 0, lanes: 1 },
    ]);
  });

  it('[DAY-4] stand side by side when they overlap, and a lane that is free again is used again', () => {
    expect(sideBySide([at(0, 30), at(5, 15), at(15, 25), at(40, 50)])).toEqual([
      { lane: 0, lanes: 2 },
      { lane: 1, lanes: 2 },
      { lane: 1, lanes: 2 },
      { lane: 0, lanes: 1 },
    ]);
  });

  it('[DAY-4] keep the width of what hangs together through a third, in whatever order they come', () => {
    expect(sideBySide([at(18, 30), at(0, 10), at(8, 20)])).toEqual([
      { lane: 0, lanes: 2 },
      { lane: 0, lanes: 2 },
      { lane: 1, lanes: 2 },
    ]);
    expect(sideBySide([])).toEqual([]);
  });

  it('[DAY-4] make no room for what was cancelled: it steps aside where something stands', () => {
    const standing = (fromMs: number, toMs: number) => ({ span: at(fromMs, toMs), isCancelled: false });
    const cancelled = (fromMs: number, toMs: number) => ({ span: at(fromMs, toMs), isCancelled: true });
    expect(placed([standing(0, 20), cancelled(10, 30), standing(40, 50), cancelled(60, 70)])).toEqual([
      { lane: 0, lanes: 1, isAside: false, strips: 1 },
      { lane: 0, lanes: 1, isAside: true, strips: 1 },
      { lane: 0, lanes: 1, isAside: false, strips: 0 },
      { lane: 0, lanes: 1, isAside: false, strips: 0 },
    ]);
    expect(placed([cancelled(0, 20), cancelled(5, 20), standing(0, 20)]).map(({ strips }) => strips)).toEqual(
      [2, 2, 2],
    );
  });
});
