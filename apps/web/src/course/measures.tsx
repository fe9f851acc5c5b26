import { everyOf, type Measure } from '@tandem/domain';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Actions, Dialog } from '../ui/dialog.tsx';
import form from '../ui/form.module.css';
import { RadioGroup } from '../ui/radio-group.tsx';
import { courseWords } from '../words/course-words.ts';
import classes from './course.module.css';
import { MeasureForm } from './measure-form.tsx';
import { MeasureRow } from './measure-row.tsx';
import { Part, type PartProps } from './parts.tsx';
import { useMeasures } from './use-measures.ts';

const text = courseWords.measures;
type Timing = keyof typeof text.timings;

/** Every measure with its last value, what it was before, and its course on the axes of all others. */
export function Measures({ course, state }: PartProps) {
  const known = useMeasures();
  const all = everyOf(state, 'measure');
  const times = all
    .filter(({ id }) => !state.withdrawn.has(id))
    .map(({ happenedAt }) => Date.parse(happenedAt));
  const span = [Math.min(...times), Math.max(...times)] as const;
  const [filling, setFilling] = useState<Measure | null>(null);
  const filledIn = (measure: Measure) => all.filter(({ data }) => data.instrument === measure.key);
  // What is no longer offered stays as long as somebody has answered it.
  const shown = known.newest.filter((one) => known.isOffered(one) || filledIn(one).length > 0);
  return (
    <Part title={text.title}>
      <ul className={classes.measures}>
        {shown.map((measure) => (
          <li key={measure.key}>
            <MeasureRow
              measure={measure}
              filled={filledIn(measure)}
              known={known}
              span={span}
              course={course}
              state={state}
              onFill={course.mayWrite && known.isOffered(measure) ? () => setFilling(measure) : null}
            />
          </li>
        ))}
      </ul>
      {filling !== null && <Fill measure={filling} course={course} onClose={() => setFilling(null)} />}
    </Part>
  );
}

/** Who fills it in and when, then the questions over the whole screen. */
function Fill(props: { readonly measure: Measure; readonly course: PartProps['course']; onClose(): void }) {
  const { measure, course, onClose } = props;
  const [timing, setTiming] = useState<Timing>('between');
  const [by, setBy] = useState<'client' | 'staff' | null>(null);
  if (by !== null)
    return <MeasureForm measure={measure} by={by} timing={timing} course={course} onClose={onClose} />;
  const options = (Object.keys(text.timings) as Timing[]).map((value) => ({
    value,
    label: text.timings[value],
  }));
  return (
    <Dialog title={measure.name} onClose={onClose}>
      <RadioGroup label={text.timing} wide value={timing} options={options} onChange={setTiming} />
      {measure.totalOnly === true ? (
        <Actions>
          <Button onClick={onClose}>{courseWords.back}</Button>
          <Button look="main" onClick={() => setBy('staff')}>
            {text.enterTotal}
          </Button>
        </Actions>
      ) : (
        <>
          <p className={form.legend}>{text.who}</p>
          <Actions>
            <Button onClick={onClose}>{courseWords.back}</Button>
            <Button onClick={() => setBy('staff')}>{text.staff}</Button>
            <Button look="main" onClick={() => setBy('client')}>
              {text.client}
            </Button>
          </Actions>
        </>
      )}
    </Dialog>
  );
}
