import './ui/global.css';
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { keepShell } from './offline-shell.ts';
import { queryClient } from './query-client.ts';
import { router } from './router.tsx';
import { THEME_KEY } from './ui/color-mode.ts';
import { cssVariablesResolver, theme } from './ui/theme.ts';
import { speak } from './words/language.ts';

void speak().then(() => {
  createRoot(document.getElementById('root') as HTMLElement).render(
    <StrictMode>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariablesResolver}
        colorSchemeManager={localStorageColorSchemeManager({ key: THEME_KEY })}
        defaultColorScheme="auto"
        {...(location.pathname === '/display' && { forceColorScheme: 'dark' })}
      >
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
});

keepShell();
