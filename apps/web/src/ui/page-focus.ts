import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';

/** The link that led to a page may be gone with the page before it: the keyboard then goes on at the new page. */
export function usePageFocus(): void {
  const router = useRouter();
  useEffect(() => {
    focusPage();
    return router.subscribe('onRendered', focusPage);
  }, [router]);
}

/** What had the focus is gone, such as a form that was answered: the keyboard goes on at the page. */
export function focusPage(): void {
  const main = document.querySelector('main');
  if (main === null || document.activeElement !== document.body) return;
  main.tabIndex = -1;
  main.focus({ preventScroll: true });
}
