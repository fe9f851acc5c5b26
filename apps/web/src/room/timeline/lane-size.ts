/** Shared by the chart and what is laid over it, so that both mean the same place. In px. */
export const AXIS_HEIGHT = 26;
export const LANE_TOP = 30;
/** The arc above the plot. */
export const ARC_HEIGHT = 26;
export const GUTTER = 204;
/** On a narrow timeline the name and the latest value stand above the plot. */
export const NARROW_GUTTER = 40;
export const NARROW_BELOW = 640;
export const RIGHT = 22;
