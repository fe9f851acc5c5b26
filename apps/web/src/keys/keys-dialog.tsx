import { useMay } from '../data/me.ts';
import { Button } from '../ui/button.tsx';
import { Actions, Dialog } from '../ui/dialog.tsx';
import { keyListWords } from '../words/key-list-words.ts';
import { words } from '../words.ts';
import { KeyCaps } from './key-caps.tsx';
import { keyIds, keyPlaces, keyTable } from './key-table.ts';
import classes from './keys-dialog.module.css';

const text = keyListWords;
/** What this says, for another language to be laid over. */
export const english = { keyList: keyListWords };

/** Every row of the table that this person may use. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const may = useMay();
  const shown = keyIds.filter((id) => {
    const { needs } = keyTable[id];
    return needs === undefined || may(needs);
  });
  return (
    <Dialog title={text.title} onClose={onClose}>
      <div className={classes.places}>
        {keyPlaces.map((place) => (
          <section key={place} className={classes.place} aria-label={text.places[place]}>
            <h3 className={classes.heading}>{text.places[place]}</h3>
            <dl className={classes.rows}>
              {shown
                .filter((id) => keyTable[id].place === place)
                .map((id) => (
                  <div key={id} className={classes.row}>
                    <dt>
                      <KeyCaps id={id} />
                    </dt>
                    <dd>{text.rows[id]}</dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
      {may('doses.write') && <p className={classes.note}>{text.dosesNeedMore}</p>}
      <Actions>
        <Button onClick={onClose}>{words.steps.back}</Button>
      </Actions>
    </Dialog>
  );
}
