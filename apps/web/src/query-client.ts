import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ProblemError, refusedAs } from './data/api.ts';

let signedOut = () => {};
/** Set once, by the router: what happens when any call answers that nobody is signed in. */
export function whenSignedOut(task: () => void): void {
  signedOut = task;
}

const onError = (error: unknown) => {
  if (refusedAs(error) === 'not-signed-in') signedOut();
};

export const queryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error, query) => {
      // The first question of all, "who is this?", is answered by the route itself.
      if (query.queryKey[0] === 'me' && query.state.data === undefined) return;
      onError(error);
    },
  }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // A refusal stays one however often it is asked; only silence is worth another try.
      retry: (count, error) => !(error instanceof ProblemError) && count < 2,
    },
  },
});
