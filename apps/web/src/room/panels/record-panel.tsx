import type { AdverseEvent, Assessment, DataOf, VitalSigns } from '@tandem/domain';
import { DischargePanel } from '../going-home/discharge-panel.tsx';
import { HandoverPanel } from '../handover/handover-panel.tsx';
import { IntentionPanel } from '../meaning/intention-panel.tsx';
import { KeepPanel } from '../meaning/keep-panel.tsx';
import { MomentPanel } from '../meaning/moment-panel.tsx';
import type { Refilled } from '../meaning/refilled.ts';
import { ShiftPanel } from '../meaning/shift-panel.tsx';
import type { PanelTask } from '../room-context.ts';
import { EventPanel } from './event-panel.tsx';
import { GatePanel } from './gate-panel.tsx';
import { InfusionPanel } from './infusion-panel.tsx';
import { LozengePanel } from './lozenge-panel.tsx';
import { NotGivenPanel } from './not-given-panel.tsx';
import { NotTakenPanel } from './not-taken-panel.tsx';
import { ScalesPanel } from './scales-panel.tsx';
import { WastePanel } from './waste-panel.tsx';

/** The panel that was asked for; `prefill` is what a refused entry held. */
export function RecordPanel({ task: { panel, prefill, insteadOf } }: { readonly task: PanelTask }) {
  if (panel === 'gate') return <GatePanel prefill={prefill as DataOf<'checklist'> | null} />;
  if (panel === 'scales') return <ScalesPanel prefill={prefill as Assessment | null} />;
  if (panel === 'event') return <EventPanel prefill={prefill as AdverseEvent | null} />;
  if (panel === 'infusion') return <InfusionPanel prefill={prefill as DataOf<'infusion-start'> | null} />;
  if (panel === 'not-given')
    return (
      <NotGivenPanel
        prefill={prefill as Partial<DataOf<'dose-not-given'>> | null}
        insteadOf={insteadOf ?? null}
      />
    );
  if (panel === 'waste') return <WastePanel />;
  if (panel === 'lozenge') return <LozengePanel />;
  if (panel === 'discharge') return <DischargePanel />;
  if (panel === 'handover') return <HandoverPanel prefill={prefill as DataOf<'handover'> | null} />;
  if (panel === 'intention') return <IntentionPanel prefill={prefill as Refilled<DataOf<'note'>> | null} />;
  if (panel === 'moment') return <MomentPanel prefill={prefill as Refilled<DataOf<'moment'>> | null} />;
  if (panel === 'shift') return <ShiftPanel prefill={prefill as Refilled<DataOf<'shift'>> | null} />;
  if (panel === 'keep') return <KeepPanel prefill={prefill as Refilled<DataOf<'words-to-keep'>> | null} />;
  return <NotTakenPanel prefill={prefill as VitalSigns | null} />;
}
