import { entriesReplySchema, problemSchema } from '@tandem/wire';
import { NoAnswerError, ProblemError, REQUEST_LIMIT_MS } from '../../apps/web/src/data/api.ts';
import { outcomeOf } from '../../apps/web/src/data/entry-transport.ts';
import type { OutboxItem } from '../../apps/web/src/data/outbox-shelf.ts';
import type { SendOutcome } from '../../apps/web/src/data/outbox-types.ts';
import type { HttpAnswer, HttpRequest } from './http-side.ts';
import type { Link } from './link.ts';
import type { PageTime } from './page-time.ts';
import type { Person } from './people.ts';
import type { World } from './world.ts';

interface From {
  readonly world: World;
  readonly person: Person;
  readonly link: Link;
}

/** What `fetch` does for a page that may sleep or go. @throws NoAnswerError when nobody knows what became of it */
export function post(
  { person, link, world }: From,
  time: PageTime,
  what: HttpRequest['what'],
  body: unknown,
): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const end = () => reject(new NoAnswerError('no answer'));
    const cancel = time.after(REQUEST_LIMIT_MS, end);
    const settle = (task: () => void) => {
      cancel();
      time.awake(task);
    };
    link.request(
      { person, what, epoch: world.log.epoch, body: JSON.stringify(body) },
      { answered: (answer) => settle(() => resolve(answer)), broke: () => settle(end) },
    );
  });
}

/** What `entry-transport.ts` does: one entry, and what its answer means for the outbox. */
export async function sendEntry(
  item: OutboxItem,
  postEntries: (body: unknown) => Promise<HttpAnswer>,
): Promise<SendOutcome> {
  try {
    const { status, body } = await postEntries({ entries: [item.entry] });
    const json: unknown = JSON.parse(body);
    if (status >= 300) throw new ProblemError(problemSchema.parse(json), null);
    entriesReplySchema.parse(json);
    return { type: 'stored' };
  } catch (error) {
    return outcomeOf(error);
  }
}
