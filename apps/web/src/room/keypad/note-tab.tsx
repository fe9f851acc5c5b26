import { Textarea } from '@mantine/core';
import { IconEye, IconQuote, IconSparkles, IconWind } from '@tabler/icons-react';
import { noteCategories } from '@tandem/domain';
import { useState } from 'react';
import { draftOf, keepDraft } from '../../data/drafts.ts';
import { keysOf } from '../../keys/use-keys.ts';
import toggle from '../../ui/toggle.module.css';
import { keypadWords } from '../../words/keypad-words.ts';
import { useReading } from '../composer/use-line.ts';
import { useRecordLine } from '../composer/use-record-line.ts';
import { useRoom } from '../room-context.ts';
import { LateQuestion } from './late-question.tsx';
import { asKind, kindOf, type NoteKind, noteKinds, wordsOf } from './note-kind.ts';
import classes from './note-tab.module.css';
import { PadTrouble } from './pad-remark.tsx';
import { PadTab } from './pad-tab.tsx';
import { usePadTime } from './use-pad-time.ts';

const text = keypadWords.note;
const icons = { noticed: IconEye, words: IconQuote, theme: IconSparkles, affect: IconWind } as const;

/** Words beside the client: what kind, the words, when. They are the same that stand in the line of a desktop. */
export function NoteTab() {
  const { me, session, may } = useRoom();
  const [draft, setDraft] = useState(() => draftOf(me.person.id, session.id));
  const time = usePadTime('note');
  const anyKind = may('notes.write-any');
  const kind: NoteKind = anyKind ? kindOf(draft) : 'noticed';
  const change = (next: string) => {
    setDraft(next);
    keepDraft(me.person.id, session.id, next);
  };
  const typed = wordsOf(draft).trim() === '' ? '' : draft + (time.at === null ? '' : ` @${time.at}`);
  const line = {
    ...useReading(typed, 'note'),
    text: typed,
    forced: 'note' as const,
    clear: () => {
      change('');
      time.setAt(null);
    },
  };
  const { reading } = line;
  const record = useRecordLine(line, () => {});
  return (
    <PadTab
      open
      line={line}
      time={time}
      said={anyKind && <Kinds kind={kind} onChoose={(one) => change(asKind(draft, one))} />}
      board={
        <Textarea
          classNames={{ root: classes.words ?? '', wrapper: classes.box ?? '', input: classes.input ?? '' }}
          aria-label={text.text}
          placeholder={text.placeholder[kind]}
          maxLength={4000}
          value={anyKind ? wordsOf(draft) : draft}
          onChange={({ currentTarget: { value } }) => change(anyKind ? keptKind(kind, value) : value)}
          onKeyDown={keysOf({ record: record.submit })}
        />
      }
      record={{
        look: 'main',
        words: text.add[kind],
        isReady: reading.type === 'entry',
        onPress: record.submit,
      }}
    >
      <LateQuestion record={record} />
      <PadTrouble>{reading.type === 'problem' && reading.sentence}</PadTrouble>
    </PadTab>
  );
}

function Kinds({ kind, onChoose }: { readonly kind: NoteKind; onChoose(kind: NoteKind): void }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would announce a form group for a row of toggles
    <div role="group" aria-label={text.kind} className={classes.kinds}>
      {noteKinds.map((one) => {
        const Icon = icons[one];
        return (
          <button
            key={one}
            type="button"
            className={`${toggle.toggle} ${classes.kind}`}
            aria-pressed={kind === one}
            onClick={() => onChoose(one)}
          >
            <Icon size={19} stroke={1.6} aria-hidden />
            {text.kinds[one]}
          </button>
        );
      })}
    </div>
  );
}

/** A chosen kind stays; in an unmarked note its first sign may still choose one, as in the line. */
function keptKind(kind: NoteKind, value: string): string {
  return `${noteCategories[kind].prefix}${value}`;
}
