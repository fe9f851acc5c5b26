/** How keys are printed, and the way to the list of all of them. */
export const keyWords = {
  open: 'all keys',
  caps: { control: 'Ctrl', escape: 'Esc', tab: 'Tab', space: 'Space' },
} as const;
