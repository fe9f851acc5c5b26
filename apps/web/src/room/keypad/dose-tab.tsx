import { drugRow, routeCatalog, routeKeys, siteShortForms } from '@tandem/domain';
import { useState } from 'react';
import { useNow } from '../../data/clock.ts';
import { clockOf } from '../../data/zone.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { keypadWords } from '../../words/keypad-words.ts';
import { useReading } from '../composer/use-line.ts';
import { useRecordLine } from '../composer/use-record-line.ts';
import { useWriting } from '../presence/use-writing.ts';
import { useRoom } from '../room-context.ts';
import { DigitKeys, onTypedKey } from './digit-keys.tsx';
import {
  backAmount,
  type DoseDraft,
  emptyDose,
  keyAmount,
  lineOfDose,
  plannedNext,
  usualDose,
} from './dose-draft.ts';
import { useKeptDraft } from './kept-draft.ts';
import classes from './keypad.module.css';
import { LateQuestion } from './late-question.tsx';
import { TimeButton, TimeChoice } from './time-choice.tsx';

const text = keypadWords.dose;

/** An amount by keys, or the planned one by one tap; both only open the read-back. */
export function DoseTab({ open, setOpen }: { readonly open: boolean; setOpen(open: boolean): void }) {
  const { view, zone } = useRoom();
  const [draft, setDraft] = useKeptDraft<DoseDraft>('dose', emptyDose);
  const [at, setAt] = useKeptDraft<string | null>('dose-at', null);
  const [choosesTime, setChoosesTime] = useState(false);
  const planned = plannedNext(view.expected);
  const usual = planned ?? usualDose(view.expected);
  const typed = lineOfDose(draft, usual, at);
  const reading = useReading(typed, 'dose');
  const line = { ...reading, text: typed, forced: 'dose' as const, clear: () => {} };
  const record = useRecordLine(line, () => {});
  const writing = useWriting(line);
  const now = useNow(10_000);
  const clock = at ?? clockOf(now, zone);
  const key = (sign: string) => {
    setDraft((before) => keyAmount(before, sign));
    setChoosesTime(false);
    setOpen(true);
  };
  const back = () => setDraft(backAmount);
  const { reading: read } = line;
  const remark =
    draft.refused !== null ? text.refused(draft.refused) : read.type === 'problem' ? read.sentence : null;
  const sitesOf = (draft.route ?? usual.route) === 'im' || (draft.route ?? usual.route) === 'sc';

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the keys of a keyboard beside the tablet
    <div
      className={classes.tab}
      data-open={open || undefined}
      onKeyDown={(event) =>
        onTypedKey(event, {
          digit: key,
          point: () => key('.'),
          separator: () => {},
          back,
          record: record.submit,
        })
      }
      {...writing}
    >
      <div className={classes.said}>
        {planned === null ? (
          <p className={classes.quiet}>{text.nothingPlanned}</p>
        ) : (
          <Button
            className={classes.planned ?? ''}
            onClick={() => {
              setDraft((before) => ({
                ...before,
                amount: String(planned.amountMg),
                route: planned.route,
                refused: null,
              }));
              setOpen(true);
            }}
          >
            {text.planned(planned.words)} {routeCatalog[planned.route].label}
          </Button>
        )}
        <button type="button" className={classes.amount} onClick={() => setOpen(true)}>
          <span className={classes.valueName}>{drugRow(usual.drug).label}</span>
          <span className={classes.amountValue}>
            {draft.amount === '' ? <span className={classes.dash}>–</span> : draft.amount}
            <span className={classes.caret} aria-hidden /> <small>mg</small>
          </span>
        </button>
        <div className={classes.pair}>
          <Choice
            label={text.route}
            value={draft.route ?? usual.route}
            options={routeKeys.map((value) => ({ value, label: routeCatalog[value].label }))}
            onChange={(route) => setDraft((before) => ({ ...before, route }))}
          />
          {sitesOf && (
            <Choice
              label={text.site}
              value={draft.site}
              options={[
                { value: '', label: text.noSite },
                ...Object.entries(siteShortForms).map(([value, label]) => ({ value, label })),
              ]}
              onChange={(site) => setDraft((before) => ({ ...before, site }))}
            />
          )}
        </div>
        <div className={classes.remark}>
          <LateQuestion record={record} />
          <p className={classes.trouble} aria-live="polite">
            {remark}
          </p>
        </div>
      </div>
      <div className={classes.board}>
        {choosesTime ? (
          <TimeChoice
            at={at}
            onChoose={(chosen) => {
              setAt(() => chosen);
              setChoosesTime(false);
            }}
          />
        ) : (
          <DigitKeys point onDigit={key} onPoint={() => key('.')} onNext={() => {}} onBack={back} />
        )}
      </div>
      <div className={classes.recordRow}>
        <TimeButton clock={clock} open={choosesTime} onPress={() => setChoosesTime(!choosesTime)} />
        <Button
          look="medicine"
          className={classes.record ?? ''}
          disabled={line.reading.type !== 'entry'}
          onClick={record.submit}
        >
          {text.readBack}
        </Button>
      </div>
    </div>
  );
}
