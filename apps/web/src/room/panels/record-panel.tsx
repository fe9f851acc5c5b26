import type { AdverseEvent, Assessment, VitalSigns } from '@tandem/domain';
import { DischargePanel } from '../going-home/discharge-panel.tsx';
import type { PanelTask } from '../room-context.ts';
import { EventPanel } from './event-panel.tsx';
import { NotTakenPanel } from './not-taken-panel.tsx';
import { ScalesPanel } from './scales-panel.tsx';

/** The panel that was asked for; `prefill` is what a refused entry held. */
export function RecordPanel({ panel, prefill }: Pick<PanelTask, 'panel' | 'prefill'>) {
  if (panel === 'scales') return <ScalesPanel prefill={prefill as Assessment | null} />;
  if (panel === 'event') return <EventPanel prefill={prefill as AdverseEvent | null} />;
  if (panel === 'discharge') return <DischargePanel />;
  return <NotTakenPanel prefill={prefill as VitalSigns | null} />;
}
