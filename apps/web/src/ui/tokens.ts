/**
 * Colours of the two themes. Red, amber and cyan (`high`, `med`, `low`) are notices and nothing else; one plum
 * (`ket`) is the medicine. A bar of High is `highBar`: in a dim room a slab of red would light the client. Every text
 * pair is held to a contrast of 4.5 by tokens.test.ts.
 */
export const light = {
  bg: '#F6F6F3',
  surface: '#FFFFFF',
  sunken: '#F1F1ED',
  line: '#E4E3DD',
  line2: '#D3D1C9',
  control: '#8B8A82',
  ink: '#1A1C20',
  ink2: '#51565F',
  ink3: '#676C76',
  accent: '#3E4AB8',
  accentInk: '#FFFFFF',
  accentSoft: '#ECEDF9',
  bp: '#4845C4',
  hr: '#12785A',
  spo2: '#1F6CA6',
  ket: '#8E4279',
  ketInk: '#FFFFFF',
  ketSoft: '#F3E6F0',
  ok: '#12785A',
  high: '#C11D1D',
  highInk: '#FFFFFF',
  highBar: '#C11D1D',
  highBarInk: '#FFFFFF',
  med: '#F5C83A',
  medInk: '#3A2A00',
  medText: '#7A5600',
  medSoft: '#FDF3D0',
  low: '#0B6F88',
  lowInk: '#FFFFFF',
  lowSoft: '#E0F2F6',
} as const;

export type TokenName = keyof typeof light;
export type Tokens = Readonly<Record<TokenName, string>>;

/** Warm near-black for a dim room: no pure white, no large bright fill (ux.md 4). */
export const dim: Tokens = {
  bg: '#100F0E',
  surface: '#181715',
  sunken: '#131211',
  line: '#2A2825',
  line2: '#3A3733',
  control: '#736D64',
  ink: '#D8D0C3',
  ink2: '#ABA397',
  ink3: '#928B80',
  accent: '#9C9AE0',
  accentInk: '#141331',
  accentSoft: '#24232F',
  bp: '#A19EEB',
  hr: '#7CC3A0',
  spo2: '#86B3DB',
  ket: '#CD97BC',
  ketInk: '#2A1523',
  ketSoft: '#2C2229',
  ok: '#7CC3A0',
  high: '#BE3A31',
  highInk: '#FFEDE8',
  highBar: '#451D1A',
  highBarInk: '#EBB9B0',
  med: '#C9A132',
  medInk: '#1C1500',
  medText: '#D9B44A',
  medSoft: '#2B2515',
  low: '#6FB4C4',
  lowInk: '#0B1B1F',
  lowSoft: '#172427',
};

/** `--t-ink2` and so on: what every stylesheet of this dashboard uses. */
export function cssVariablesOf(tokens: Tokens): Record<string, string> {
  return Object.fromEntries(Object.entries(tokens).map(([name, value]) => [`--t-${name}`, value]));
}
