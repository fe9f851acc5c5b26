import type { Box } from './box.ts';

/** px above and below a mark that an upright line leaves free as well. */
const AIR = 3;

/** An upright line at `x` from `top` to `bottom` as an SVG path that leaves out every mark and word it meets. */
export function brokenLine(x: number, top: number, bottom: number, obstacles: readonly Box[]): string {
  const met = obstacles.filter(({ left, right }) => left < x && x < right).sort((a, b) => a.top - b.top);
  let path = '';
  let from = top;
  for (const one of met) {
    const [until, next] = [Math.min(one.top - AIR, bottom), one.bottom + AIR];
    if (until > from) path += `M${x} ${from}V${until}`;
    from = Math.max(from, next);
  }
  return from < bottom ? `${path}M${x} ${from}V${bottom}` : path;
}
