import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sentenceOf } from '../../data/failure.ts';
import { changeInstrument } from '../../data/instrument-calls.ts';
import { useMe } from '../../data/me.ts';
import { dayOf } from '../../data/zone.ts';
import { Button } from '../../ui/button.tsx';
import { dayWords } from '../../ui/names.ts';
import { Badge, Sentence } from '../../ui/page.tsx';
import { instrumentWords as text } from '../../words/instrument-words.ts';
import { DefinitionPreview } from './definition-preview.tsx';
import type { OwnInstrument } from './own-instruments.ts';
import classes from './questionnaires.module.css';

/** One questionnaire of the clinic and what can be done with it. */
export function InstrumentRow(props: {
  readonly own: OwnInstrument;
  readonly mayWrite: boolean;
  onNext(): void;
  onSaid(said: string): void;
}) {
  const { own, mayWrite, onNext, onSaid } = props;
  const { kept, measure, earlier } = own;
  const { epoch, clinic } = useMe();
  const queryClient = useQueryClient();
  const [shows, setShows] = useState(false);
  const [asking, setAsking] = useState(false);
  const isRetired = kept.retiredAt !== null;
  const changing = useMutation({
    mutationFn: (retire: boolean) => changeInstrument(kept.id, { isRetired: retire }, epoch),
    onSuccess: async (_, retire) => {
      await queryClient.invalidateQueries({ queryKey: ['instruments'] });
      setAsking(false);
      onSaid(retire ? text.saidRetired(measure.name) : text.saidRestored(measure.name));
    },
  });
  const added = dayWords(dayOf(Date.parse(kept.addedAt), clinic.timeZone));
  const { name } = measure;
  return (
    <li className={classes.row}>
      <div className={classes.head}>
        <div className={classes.what}>
          <h3>
            {name} {isRetired && <Badge>{text.notOffered}</Badge>}
          </h3>
          <p className={classes.quiet}>
            {text.version(measure.key, measure.version)} · {text.added(kept.addedBy ?? text.someone, added)}
            {earlier > 0 && ` · ${text.older(earlier)}`}
          </p>
        </div>
        {!asking && (
          <span className={classes.acts}>
            <Button
              small
              aria-expanded={shows}
              aria-label={shows ? text.hideOne(name) : text.showOne(name)}
              onClick={() => setShows(!shows)}
            >
              {shows ? text.hide : text.show}
            </Button>
            {mayWrite && (
              <Button small aria-label={text.nextOf(name)} onClick={onNext}>
                {text.next}
              </Button>
            )}
            {mayWrite && !isRetired && (
              <Button small aria-label={text.retireOne(name)} onClick={() => setAsking(true)}>
                {text.retire}
              </Button>
            )}
            {mayWrite && isRetired && (
              <Button
                small
                aria-label={text.restoreOne(name)}
                disabled={changing.isPending}
                onClick={() => changing.mutate(false)}
              >
                {text.restore}
              </Button>
            )}
          </span>
        )}
      </div>
      {asking && (
        <>
          <p>{text.retireMeans(name)}</p>
          <span className={classes.acts}>
            <Button onClick={() => setAsking(false)}>{text.back}</Button>
            <Button look="main" disabled={changing.isPending} onClick={() => changing.mutate(true)}>
              {text.sure}
            </Button>
          </span>
        </>
      )}
      {changing.error !== null && <Sentence>{sentenceOf(changing.error)}</Sentence>}
      {shows && <DefinitionPreview measure={measure} />}
    </li>
  );
}
