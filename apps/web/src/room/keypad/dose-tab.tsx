import { drugRow, routeCatalog, routeKeys, siteShortForms } from '@tandem/domain';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import toggle from '../../ui/toggle.module.css';
import { keypadWords } from '../../words/keypad-words.ts';
import { useReading } from '../composer/use-line.ts';
import { useRecordLine } from '../composer/use-record-line.ts';
import { useRoom } from '../room-context.ts';
import { DigitKeys } from './digit-keys.tsx';
import {
  backAmount,
  type DoseDraft,
  emptyDose,
  keyAmount,
  lineOfDose,
  plannedNext,
  usualDose,
} from './dose-draft.ts';
import classes from './dose-tab.module.css';
import { useKeptDraft } from './kept-draft.ts';
import { KeyedValue, ValueName } from './keyed-value.tsx';
import { LateQuestion } from './late-question.tsx';
import { PadRemark, PadSentence, PadTrouble } from './pad-remark.tsx';
import { PadTab } from './pad-tab.tsx';
import { usePadTime } from './use-pad-time.ts';

const text = keypadWords.dose;

/** An amount by keys, or the planned one by one tap; both only open the read-back. */
export function DoseTab({ open, setOpen }: { readonly open: boolean; setOpen(open: boolean): void }) {
  const { view } = useRoom();
  const [draft, setDraft] = useKeptDraft<DoseDraft>('dose', emptyDose);
  const time = usePadTime('dose');
  const planned = plannedNext(view.expected);
  const usual = planned ?? usualDose(view.expected);
  const typed = lineOfDose(draft, usual, time.at);
  const line = { ...useReading(typed, 'dose'), text: typed, forced: 'dose' as const, clear: () => {} };
  const { reading } = line;
  const record = useRecordLine(line, () => {});
  const change = (part: Partial<DoseDraft>) => setDraft((before) => ({ ...before, ...part }));
  const key = (sign: string) => {
    setDraft((before) => keyAmount(before, sign));
    time.setChoosing(false);
    setOpen(true);
  };
  const back = () => setDraft(backAmount);
  const refused = draft.refused === null ? null : text.refused(draft.refused);
  const trouble = refused ?? (reading.type === 'problem' ? reading.sentence : null);
  const route = draft.route ?? usual.route;

  return (
    <PadTab
      open={open}
      line={line}
      time={time}
      keys={{ digit: key, point: () => key('.'), separator: () => {}, back, record: record.submit }}
      said={
        <>
          {planned === null ? (
            <PadSentence>{text.nothingPlanned}</PadSentence>
          ) : (
            <Button
              className={classes.planned}
              onClick={() => {
                change({ amount: String(planned.amountMg), route: planned.route, refused: null });
                setOpen(true);
              }}
            >
              {text.planned(planned.words)} {routeCatalog[planned.route].label}
            </Button>
          )}
          <button
            type="button"
            className={`${toggle.toggle} ${classes.amount}`}
            onClick={() => setOpen(true)}
          >
            <ValueName>{drugRow(usual.drug).label}</ValueName>
            <span className={classes.value}>
              <KeyedValue value={draft.amount} caret /> <small>mg</small>
            </span>
          </button>
          <div className={classes.pair} data-with-keys>
            <Choice
              label={text.route}
              value={route}
              options={routeKeys.map((value) => ({ value, label: routeCatalog[value].label }))}
              onChange={(chosen) => change({ route: chosen })}
            />
            {(route === 'im' || route === 'sc') && (
              <Choice
                label={text.site}
                value={draft.site}
                options={[
                  { value: '', label: text.noSite },
                  ...Object.entries(siteShortForms).map(([value, label]) => ({ value, label })),
                ]}
                onChange={(site) => change({ site })}
              />
            )}
          </div>
          <PadRemark>
            <LateQuestion record={record} />
            <PadTrouble>{trouble}</PadTrouble>
          </PadRemark>
        </>
      }
      board={<DigitKeys point onDigit={key} onPoint={() => key('.')} onNext={() => {}} onBack={back} />}
      record={{
        look: 'medicine',
        words: text.readBack,
        isReady: reading.type === 'entry',
        onPress: record.submit,
      }}
    />
  );
}
