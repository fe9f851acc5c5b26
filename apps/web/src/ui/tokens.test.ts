import { describe, expect, it } from 'vitest';
import firstPaint from '../../public/first-paint.js?raw';
import daylightSheet from './daylight.css?raw';
import { cssVariablesOf, dim, light, type TokenName, type Tokens } from './tokens.ts';

/** As the stylesheet sets them; a token that it leaves out would be the light one's, made for no sun. */
const daylight = Object.fromEntries(
  [...daylightSheet.matchAll(/--t-(\w+): (#\w{6});/g)].map(([, name, value]) => [name, value?.toUpperCase()]),
) as unknown as Tokens;

/** Text on its ground, at least 4.5 : 1 (WCAG AA). */
const texts: readonly (readonly [TokenName, TokenName])[] = [
  ...(['ink', 'ink2', 'ink3', 'accent', 'bp', 'hr', 'spo2', 'ket', 'ok', 'medText', 'low'] as const).flatMap(
    (ink) => [[ink, 'surface'] as const, [ink, 'bg'] as const],
  ),
  ['ink', 'sunken'],
  ['ink2', 'sunken'],
  ['accent', 'accentSoft'],
  ['ink', 'accentSoft'],
  ['accentInk', 'accent'],
  ['ketInk', 'ket'],
  ['ket', 'ketSoft'],
  ['ink', 'ketSoft'],
  ['ink2', 'ketSoft'],
  ['medText', 'ketSoft'],
  ['medText', 'medSoft'],
  ['ink', 'medSoft'],
  ['highInk', 'high'],
  ['highBarInk', 'highBar'],
  ['medInk', 'med'],
  ['lowInk', 'low'],
  ['ink', 'line'],
];
/** Edges one must find, at least 3 : 1. */
const edges: readonly (readonly [TokenName, TokenName])[] = [
  ['control', 'surface'],
  ['control', 'bg'],
  ['accent', 'surface'],
];

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

describe.each<[string, Tokens]>([
  ['light', light],
  ['dim', dim],
  ['daylight', daylight],
])('%s tokens', (_name, tokens) => {
  it.each(texts)('[TOK-1] %s on %s reads', (ink, ground) => {
    expect(contrast(tokens[ink], tokens[ground])).toBeGreaterThanOrEqual(4.5);
  });

  it.each(edges)('[TOK-2] %s is seen on %s', (edge, ground) => {
    expect(contrast(tokens[edge], tokens[ground])).toBeGreaterThanOrEqual(3);
  });

  it('[TOK-3] the first paint has the same ground', () => {
    expect(firstPaint).toContain(`'${tokens.bg}'`);
  });
});

describe('daylight', () => {
  it('[TOK-4] sets every token of the light theme', () => {
    expect(Object.keys(cssVariablesOf(daylight)).sort()).toEqual(Object.keys(cssVariablesOf(light)).sort());
  });

  it.each(texts)('[TOK-4] %s on %s reads in the sun', (ink, ground) => {
    expect(contrast(daylight[ink], daylight[ground])).toBeGreaterThanOrEqual(7);
  });

  it.each(edges)('[TOK-4] %s is found on %s in the sun', (edge, ground) => {
    expect(contrast(daylight[edge], daylight[ground])).toBeGreaterThanOrEqual(4.5);
  });
});
