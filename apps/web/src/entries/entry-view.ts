import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** What a card may need besides the entry itself. */
export interface CardContext {
  /** Weight in grams, for mg/kg; null when not known. */
  readonly grams: number | null;
  /** The clinic's, for a time inside the data. */
  readonly zone: string;
}

/** What a form may need besides the data. */
export interface FormContext {
  readonly zone: string;
  /** When it happened, as corrected in this form; milliseconds since the epoch. */
  readonly startMs: number;
}

/** Words in the fields of a correction form, by field. */
export type FormDraft = Readonly<Record<string, string>>;

export interface FieldsProps {
  readonly draft: FormDraft;
  set(field: string, text: string): void;
}

/** Fields for correcting one kind. The domain's schema has the last word on what `dataOf` makes. */
export interface EntryForm<Data> {
  draftOf(data: Data, zone: string): FormDraft;
  /** The whole corrected data, or the sentence that says what to write instead. */
  dataOf(
    draft: FormDraft,
    original: Data,
    context: FormContext,
  ): { readonly data: unknown } | { readonly sentence: string };
  readonly Fields: (props: FieldsProps) => ReactNode;
}

/** How one kind of entry looks in the log and how it is corrected. */
export interface EntryView<Data> {
  readonly icon: Icon;
  /** `strong` for measurements and medicine, `step` for the session's own steps. */
  readonly tone: 'strong' | 'plain' | 'step';
  /** One line that says the whole thing; also read aloud, also struck through. */
  title(data: Data): string;
  /** A second, quieter line. */
  detail?(data: Data, context: CardContext): string | null;
  readonly form?: EntryForm<Data>;
}
