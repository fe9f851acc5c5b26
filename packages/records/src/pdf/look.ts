/** Colours of the report, the light theme's (design tokens). Red and amber stand for notices and their limits alone. */
export const colours = {
  ink: '#1A1C20',
  ink2: '#51565F',
  ink3: '#676C76',
  line: '#DDDBD4',
  wash: '#F1F0EC',
  pressure: '#4845C4',
  heartRate: '#12785A',
  spo2: '#1F6CA6',
  ketamine: '#8E4279',
  limit: '#7A5600',
  notices: {
    high: { fill: '#C11D1D', ink: '#FFFFFF' },
    medium: { fill: '#F5C83A', ink: '#3A2A00' },
  },
  accent: '#3E4AB8',
  accentWash: '#ECEDF8',
} as const;

/** A4 in points, and what is left of it between the margins. */
export const page = { width: 595.28, height: 841.89, side: 42, top: 54, bottom: 56 } as const;
export const contentWidth = page.width - 2 * page.side;

/** Sizes in points. */
export const size = { title: 19, heading: 11, body: 9, small: 8, foot: 6.8 } as const;

/** A part of a PDF as the library takes it; its own types are of an older version. */
export type Content = string | { readonly [key: string]: unknown } | readonly Content[];

/** A thin line over the whole width. */
export const rule = (above = 8, below = 8): Content => ({
  canvas: [{ type: 'line', x1: 0, y1: 0, x2: contentWidth, y2: 0, lineWidth: 0.6, lineColor: colours.line }],
  margin: [0, above, 0, below],
});

/** Lines between rows and nothing else; `render-worker.mjs` says how. */
export const hairlines = 'hairlines';
/** Figures of one width, where times stand under each other. */
export const tabular = { fontFeatures: ['tnum'] } as const;

export const heading = (text: string, above = 14): Content => ({
  text,
  fontSize: size.heading,
  bold: true,
  color: colours.ink,
  margin: [0, above, 0, 4],
});
