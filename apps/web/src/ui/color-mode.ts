import { useMantineColorScheme } from '@mantine/core';
import { useEffect } from 'react';
import { useKeys } from '../keys/use-keys.ts';
import { dim as dimTokens, light as lightTokens } from './tokens.ts';

/** Key in localStorage, read before the first paint by public/first-paint.js. */
export const THEME_KEY = 'tandem.theme';

export interface ColorMode {
  readonly dim: boolean;
  toggle(): void;
}

/** Light or dim, remembered per device. */
export function useColorMode(): ColorMode {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const dim =
    colorScheme === 'auto' ? matchMedia('(prefers-color-scheme: dark)').matches : colorScheme === 'dark';
  return { dim, toggle: () => setColorScheme(dim ? 'light' : 'dark') };
}

/** Its key works anywhere, also while typing: the room gets dark when it gets dark. */
export function useColorModeKey(): void {
  const { toggle } = useColorMode();
  useKeys({ theme: toggle });
}

/** The page's own background, set before the first paint, follows the theme from here on. */
export function useRootBackground(): void {
  const { dim } = useColorMode();
  useEffect(() => {
    document.documentElement.style.backgroundColor = '';
    document.documentElement.style.colorScheme = dim ? 'dark' : 'light';
    // The bar of the system around an installed page.
    document
      .querySelector('meta[name="theme-color"]')
      ?.setAttribute('content', (dim ? dimTokens : lightTokens).bg);
  }, [dim]);
}
