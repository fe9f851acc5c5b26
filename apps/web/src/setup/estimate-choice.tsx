import { estimateDisclaimer, estimateLimits } from '@tandem/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { setClinic } from '../data/calls.ts';
import { sentenceOf } from '../data/failure.ts';
import { meQuery, useMe } from '../data/me.ts';
import { estimateWords } from '../room/estimate/estimate-words.ts';
import form from '../ui/form.module.css';
import { Section, Sentence } from '../ui/page.tsx';
import { RadioGroup } from '../ui/radio-group.tsx';
import classes from './rooms.module.css';

const text = estimateWords.setup;

/** Whether this clinic shows the estimate; what it is not stands beside the choice, before and after. */
export function EstimateChoice() {
  const me = useMe();
  const queryClient = useQueryClient();
  const choosing = useMutation({
    mutationFn: (estimate: boolean) => setClinic({ estimate }, me.epoch),
    onSuccess: (settings) =>
      queryClient.setQueryData(meQuery.queryKey, { ...me, clinic: { ...me.clinic, ...settings } }),
  });
  // What was chosen while it is on its way; refused, it stands as it was.
  const isOn = choosing.isPending ? choosing.variables : me.clinic.estimate;
  return (
    <Section title={text.title}>
      <div className={classes.panel}>
        <RadioGroup
          label={text.label}
          value={isOn ? 'on' : 'off'}
          options={[
            { value: 'off', label: text.off },
            { value: 'on', label: text.on },
          ]}
          onChange={(choice) => choosing.mutate(choice === 'on')}
        />
        <p className={form.hint}>{estimateDisclaimer}</p>
        <p className={form.hint}>{estimateLimits}</p>
        <p className={form.hint} role="status">
          {choosing.isSuccess && text.saved}
        </p>
        {choosing.error !== null && <Sentence>{sentenceOf(choosing.error)}</Sentence>}
      </div>
    </Section>
  );
}
