import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';
import field from './field.module.css';
import { cssVariablesOf, dim, light, type Tokens } from './tokens.ts';

// Mantine wants ten shades; one accent per theme is all that is used, set below through its variables.
const accent = Array.from({ length: 10 }, () => light.accent) as unknown as MantineColorsTuple;

export const theme = createTheme({
  fontFamily: "'Inter Variable', Inter, system-ui, sans-serif",
  primaryColor: 'accent',
  colors: { accent },
  defaultRadius: 10,
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Input: { classNames: { input: field.input } },
    InputWrapper: {
      classNames: {
        root: field.wrapper,
        label: field.label,
        required: field.required,
        description: field.description,
        error: field.error,
      },
    },
  },
  fontSizes: { xs: '12px', sm: '13.5px', md: '14px', lg: '17px', xl: '21px' },
});

function mantineVariables(tokens: Tokens): Record<string, string> {
  return {
    ...cssVariablesOf(tokens),
    '--mantine-color-body': tokens.bg,
    '--mantine-color-text': tokens.ink,
    '--mantine-color-dimmed': tokens.ink2,
    '--mantine-color-placeholder': tokens.ink3,
    '--mantine-color-error': tokens.medText,
    '--mantine-color-default': tokens.surface,
    '--mantine-color-default-border': tokens.control,
    '--mantine-color-accent-filled': tokens.accent,
    '--mantine-primary-color-filled': tokens.accent,
  };
}

/** Tokens as CSS variables of Mantine's two schemes: `light`, and `dark` for the dim room. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: mantineVariables(light),
  dark: mantineVariables(dim),
});
