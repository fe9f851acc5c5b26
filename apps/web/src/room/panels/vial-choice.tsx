import { type DrugKey, drugRow } from '@tandem/domain';
import { useQuery } from '@tanstack/react-query';
import { serverNowMs } from '../../data/clock.ts';
import { getVials, type OpenVial } from '../../data/medicine-calls.ts';
import { dayOf } from '../../data/zone.ts';
import { Choice } from '../../ui/choice.tsx';
import { medicineWords } from '../../words/medicine-words.ts';
import { useRoom } from '../room-context.ts';

const text = medicineWords.waste;

/** Vials that are open today; none while they are not known, and without a network: no dose waits for them. */
export function useOpenVials(): { readonly vials: readonly OpenVial[]; readonly isPending: boolean } {
  const { zone } = useRoom();
  const day = dayOf(serverNowMs(), zone);
  const { data, isPending } = useQuery({
    queryKey: ['vials', day],
    queryFn: () => getVials(day),
    retry: false,
    staleTime: 10_000,
  });
  return { vials: data?.items ?? [], isPending };
}

export interface VialChoiceProps {
  readonly vials: readonly OpenVial[];
  readonly value: string;
  onChoose(vial: OpenVial | null): void;
}

export function VialChoice({ vials, value, onChoose }: VialChoiceProps) {
  return (
    <Choice
      label={text.vial}
      value={value}
      options={[
        { value: '', label: '–' },
        ...vials.map(({ id, drug, lot }) => ({
          value: id,
          label: `${drugRow(drug).label}, ${text.lot(lot)}`,
        })),
      ]}
      onChange={(id) => onChoose(vials.find((vial) => vial.id === id) ?? null)}
    />
  );
}

/** The vial that a dose of this drug is drawn from; nothing to choose while none of it is open. */
export function VialOfDrug({ drug, ...rest }: Omit<VialChoiceProps, 'vials'> & { readonly drug: DrugKey }) {
  const vials = useOpenVials().vials.filter((vial) => vial.drug === drug);
  return vials.length === 0 ? null : <VialChoice vials={vials} {...rest} />;
}
