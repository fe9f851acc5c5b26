import { IconAlertTriangle, IconCircleCheck, IconClock, IconDevices } from '@tabler/icons-react';
import type { ReactNode } from 'react';

const icons = {
  done: IconCircleCheck,
  open: IconClock,
  waits: IconClock,
  stop: IconAlertTriangle,
  device: IconDevices,
};

/** One thing that is looked at: settled, open and no obstacle, or in the way. */
export function Line(props: {
  readonly look: keyof typeof icons;
  readonly what: string;
  readonly children?: ReactNode;
}) {
  const Icon = icons[props.look];
  return (
    <li data-look={props.look}>
      <Icon size={20} stroke={1.7} aria-hidden />
      <div>
        <strong>{props.what}</strong>
        {props.children}
      </div>
    </li>
  );
}
