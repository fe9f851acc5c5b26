import type { CourseState } from '@tandem/domain';
import type { ReactNode } from 'react';
import { useMe } from '../data/me.ts';
import { clockOf, dayOf } from '../data/zone.ts';
import { dayWords } from '../ui/names.ts';
import classes from './course.module.css';
import type { Course } from './use-course.ts';

export interface PartProps {
  readonly course: Course;
  readonly state: CourseState;
}

/** A part of the page: its name, what one can do, then what is there. */
export function Part(props: {
  readonly title: string;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className={classes.part} aria-label={props.title}>
      <div className={classes.head}>
        <h2>{props.title}</h2>
        {props.action}
      </div>
      {props.children}
    </section>
  );
}

/** "24-Nov-2026 10:31" in the clinic's zone. */
export function useWhen(): (at: string | number) => string {
  const { clinic } = useMe();
  return (at) => {
    const ms = typeof at === 'number' ? at : Date.parse(at);
    return `${dayWords(dayOf(ms, clinic.timeZone))} ${clockOf(ms, clinic.timeZone)}`;
  };
}
