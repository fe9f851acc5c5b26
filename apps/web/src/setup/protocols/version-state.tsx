import { IconCircleCheck, IconPencil } from '@tabler/icons-react';
import type { ProtocolPlan } from '@tandem/domain';
import type { Protocol } from '@tandem/wire';
import { useMe } from '../../data/me.ts';
import { dayOf } from '../../data/zone.ts';
import { dayWords } from '../../ui/names.ts';
import { protocolWords as text } from '../../words/protocol-words.ts';
import classes from './protocols.module.css';

/** Confirmed by whom and when, an example, or a draft: as a shape and words. */
export function VersionState({ protocol }: { readonly protocol: Protocol }) {
  const { clinic } = useMe();
  const { confirmedAt, confirmedBy, example } = protocol;
  if (confirmedAt === null) {
    return (
      <span className={classes.state}>
        <IconPencil size={16} stroke={1.8} aria-hidden />
        {example ? text.example : text.draft}
      </span>
    );
  }
  const day = dayWords(dayOf(Date.parse(confirmedAt), clinic.timeZone));
  return (
    <span className={classes.state} data-confirmed>
      <IconCircleCheck size={16} stroke={1.8} aria-hidden />
      {text.confirmed(confirmedBy ?? '', day)}
    </span>
  );
}

/** What the server stored went through the schema when it was written, and no version changes after that. */
export function planOf(protocol: Protocol): ProtocolPlan {
  return protocol.data as ProtocolPlan;
}

/** Per name the versions, newest first; names in their order. */
export function byName(items: readonly Protocol[]): (readonly [Protocol, ...Protocol[]])[] {
  const names = [...new Set(items.map(({ name }) => name))].sort((a, b) => a.localeCompare(b));
  return names.map(
    (name) =>
      items.filter((one) => one.name === name).sort((a, b) => b.version - a.version) as [
        Protocol,
        ...Protocol[],
      ],
  );
}
