import { Textarea } from '@mantine/core';
import { IconEye, IconQuote, IconSparkles, IconWind } from '@tabler/icons-react';
import { noteCategories } from '@tandem/domain';
import { useState } from 'react';
import { useNow } from '../../data/clock.ts';
import { draftOf, keepDraft } from '../../data/drafts.ts';
import { clockOf } from '../../data/zone.ts';
import { keysOf } from '../../keys/use-keys.ts';
import { Button } from '../../ui/button.tsx';
import { keypadWords } from '../../words/keypad-words.ts';
import { useReading } from '../composer/use-line.ts';
import { useRecordLine } from '../composer/use-record-line.ts';
import { useWriting } from '../presence/use-writing.ts';
import { useRoom } from '../room-context.ts';
import { useKeptDraft } from './kept-draft.ts';
import classes from './keypad.module.css';
import { LateQuestion } from './late-question.tsx';
import { asKind, kindOf, type NoteKind, noteKinds, wordsOf } from './note-kind.ts';
import { TimeButton, TimeChoice } from './time-choice.tsx';

const text = keypadWords.note;
const icons = { noticed: IconEye, words: IconQuote, theme: IconSparkles, affect: IconWind } as const;

/** Words beside the client: what kind, the words, when. They are the same that stand in the line of a desktop. */
export function NoteTab() {
  const { me, session, zone, may } = useRoom();
  const [draft, setDraft] = useState(() => draftOf(me.person.id, session.id));
  const [at, setAt] = useKeptDraft<string | null>('note-at', null);
  const [choosesTime, setChoosesTime] = useState(false);
  const anyKind = may('notes.write-any');
  const kind: NoteKind = anyKind ? kindOf(draft) : 'noticed';
  const change = (next: string) => {
    setDraft(next);
    keepDraft(me.person.id, session.id, next);
  };
  const typed = wordsOf(draft).trim() === '' ? '' : draft + (at === null ? '' : ` @${at}`);
  const line = {
    ...useReading(typed, 'note'),
    text: typed,
    forced: 'note' as const,
    clear: () => {
      change('');
      setAt(() => null);
    },
  };
  const record = useRecordLine(line, () => {});
  const writing = useWriting(line);
  const now = useNow(10_000);
  const clock = at ?? clockOf(now, zone);
  return (
    <div className={classes.tab} data-open data-note {...writing}>
      {anyKind && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would announce a form group for a row of toggles
        <div role="group" aria-label={text.kind} className={classes.kinds}>
          {noteKinds.map((one) => {
            const Icon = icons[one];
            return (
              <button
                key={one}
                type="button"
                className={classes.kind}
                aria-pressed={kind === one}
                onClick={() => change(asKind(draft, one))}
              >
                <Icon size={19} stroke={1.6} aria-hidden />
                {text.kinds[one]}
              </button>
            );
          })}
        </div>
      )}
      {choosesTime ? (
        <TimeChoice
          at={at}
          onChoose={(chosen) => {
            setAt(() => chosen);
            setChoosesTime(false);
          }}
        />
      ) : (
        <Textarea
          classNames={{
            root: classes.words ?? '',
            wrapper: classes.wordsBox ?? '',
            input: classes.wordsInput ?? '',
          }}
          aria-label={text.text}
          placeholder={text.placeholder[kind]}
          maxLength={4000}
          value={anyKind ? wordsOf(draft) : draft}
          onChange={({ currentTarget: { value } }) => change(anyKind ? keptKind(kind, value) : value)}
          onKeyDown={keysOf({ record: record.submit })}
        />
      )}
      <LateQuestion record={record} />
      <p className={classes.trouble} aria-live="polite">
        {line.reading.type === 'problem' && line.reading.sentence}
      </p>
      <div className={classes.recordRow}>
        <TimeButton clock={clock} open={choosesTime} onPress={() => setChoosesTime(!choosesTime)} />
        <Button
          look="main"
          className={classes.record ?? ''}
          disabled={line.reading.type !== 'entry'}
          onClick={record.submit}
        >
          {text.add[kind]}
        </Button>
      </div>
    </div>
  );
}

/** A chosen kind stays; in an unmarked note its first sign may still choose one, as in the line. */
function keptKind(kind: NoteKind, value: string): string {
  return `${noteCategories[kind].prefix}${value}`;
}
