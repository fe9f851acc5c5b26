import type { CourseItem } from '@tandem/domain';

/** A measure as it was filled in once. */
export type Filled = CourseItem<'measure'>;
