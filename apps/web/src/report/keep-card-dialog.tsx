import {
  type CardPart,
  cardPartsOfCourse,
  cardPartsOfSession,
  cardTypeSize,
  MOST_ON_A_CARD,
} from '@tandem/domain';
import { type CSSProperties, useState } from 'react';
import { useCourse } from '../course/use-course.ts';
import { useMe } from '../data/me.ts';
import { dayOf } from '../data/zone.ts';
import { useRoom } from '../room/room-context.ts';
import { Button } from '../ui/button.tsx';
import { Actions, Dialog } from '../ui/dialog.tsx';
import { dayWords } from '../ui/names.ts';
import { reportWords } from '../words/report-words.ts';
import classes from './keep-card.module.css';

const text = reportWords.card;

/** Words of the client on a card to carry along: chosen one by one, seen before they are printed. */
export function KeepCardDialog(props: {
  readonly patientId: string;
  onClose(): void;
  /** With what the address of the file asks for. */
  onMake(query: string): void;
}) {
  const { view } = useRoom();
  const { state, error } = useCourse(props.patientId);
  const parts = [...cardPartsOfSession(view.confirmed), ...(state === null ? [] : cardPartsOfCourse(state))];
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const chosen = parts.filter(({ id }) => ticked.includes(id));
  const size = cardTypeSize(chosen);
  const full = ticked.length >= MOST_ON_A_CARD;
  return (
    <Dialog title={text.title} onClose={props.onClose}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          props.onMake(`format=pdf&variant=card&keep=${chosen.map(({ id }) => id).join(',')}`);
        }}
      >
        <p className={classes.hint}>{text.hint}</p>
        {error !== null && <p className={classes.hint}>{text.courseUnread}</p>}
        <div className={classes.two}>
          <fieldset className={classes.list}>
            <legend className={classes.legend}>{text.choose}</legend>
            {parts.length === 0 && <p className={classes.hint}>{text.none}</p>}
            {parts.map((part) => (
              <label key={part.id} className={classes.row}>
                <input
                  type="checkbox"
                  checked={ticked.includes(part.id)}
                  disabled={full && !ticked.includes(part.id)}
                  onChange={({ currentTarget: { checked } }) =>
                    setTicked(checked ? [...ticked, part.id] : ticked.filter((id) => id !== part.id))
                  }
                />
                <span>
                  <small>{text.kinds[part.kind]}</small>
                  {inOneLine(part)}
                </span>
              </label>
            ))}
          </fieldset>
          <Preview parts={chosen} size={size} />
        </div>
        <p role="status" className={classes.hint}>
          {size === null ? text.tooLong : full ? text.most(MOST_ON_A_CARD) : ''}
        </p>
        <Actions>
          <Button onClick={props.onClose}>{text.back}</Button>
          <Button type="submit" look="main" disabled={chosen.length === 0 || size === null}>
            {text.make}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
}

function inOneLine({ from, words }: CardPart): string {
  return [from, words].flatMap((said) => (said === null ? [] : [`“${said}”`])).join(' → ');
}

/** The card as it is printed, in its own proportions; points become parts of its width. */
function Preview({ parts, size }: { readonly parts: readonly CardPart[]; readonly size: number | null }) {
  const { session, zone } = useRoom();
  const { clinic } = useMe();
  const day = dayWords(dayOf(Date.parse(session.startedAt ?? session.plannedAt), zone));
  return (
    <figure
      className={classes.card}
      aria-label={text.preview}
      style={{ '--pt': size ?? 12 } as CSSProperties}
    >
      <div className={classes.words}>
        {parts.map((part) =>
          part.kind === 'from-to' ? (
            <FromTo key={part.id} part={part} />
          ) : (
            <p key={part.id} data-kind={part.kind}>
              {part.kind === 'words' ? `“${part.words}”` : part.words}
            </p>
          ),
        )}
      </div>
      <figcaption>
        {day} · {clinic.name}
      </figcaption>
    </figure>
  );
}

function FromTo({ part: { from, words } }: { readonly part: CardPart }) {
  return (
    <div>
      {from !== null && <p data-kind="from">“{from}”</p>}
      {from !== null && words !== null && <p className={classes.arrow}>↓</p>}
      {words !== null && <p data-kind="words">“{words}”</p>}
    </div>
  );
}
