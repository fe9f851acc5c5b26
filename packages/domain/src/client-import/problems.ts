import type { HeaderProblem, ImportField } from './columns.ts';

/** Why a row cannot be read. */
export const importProblemCodes = [
  'empty',
  'too-long',
  'too-many',
  'too-many-cells',
  'bad-characters',
  'no-date',
  'birth-out-of-range',
  'no-sex',
  'allergies-unclear',
] as const;
export type ImportProblemCode = (typeof importProblemCodes)[number];

export interface ImportProblem {
  /** Null: the row as a whole. */
  readonly field: ImportField | null;
  readonly code: ImportProblemCode;
  /** What stands there, at most 60 characters of it; empty where it is of no use. */
  readonly value: string;
  /** Characters or items that may stand there, where there are too many. */
  readonly most?: number;
}

/** Fields by name, and sentences: what is wrong, and the way out. Another language is laid over them. */
export const importWording = {
  fields: {
    familyName: 'Family name',
    givenName: 'Given name',
    birthDate: 'Birth date',
    sex: 'Sex',
    mrn: 'MRN',
    allergies: 'Allergies',
    medicines: 'Medicines',
    language: 'Language',
    contactName: 'Contact name',
    contactRelation: 'Contact relation',
    phone: 'Phone',
    email: 'Email',
  } satisfies Record<ImportField, string>,
  row: 'The row',
  problems: {
    empty: (field: string) => `${field} is empty. Write it into the file.`,
    'too-long': (field: string, value: string, most: number) =>
      `${field} “${value}” is longer than ${most} characters. Shorten it.`,
    'too-many': (field: string, _value: string, most: number) =>
      `${field} has more than ${most} parts. Leave the others out and add them on the client’s page.`,
    'too-many-cells': (_field: string, value: string) =>
      `The row has more cells than the header: “${value}” stands in none. Put a value that contains the separator in quotation marks.`,
    'bad-characters': (field: string) =>
      `${field} has characters that cannot be read. Save the file as CSV UTF-8.`,
    'no-date': (field: string, value: string) =>
      `${field} “${value}” is no day that can be told for certain. Write it as 1987-03-14 or 14.03.1987.`,
    'birth-out-of-range': (field: string, value: string) =>
      `${field} “${value}” is not between 1900 and today. Correct the year.`,
    'no-sex': (field: string, value: string) =>
      `${field} “${value}” is not known here. Write female, male, other or unknown, or leave it empty.`,
    'allergies-unclear': (field: string, value: string) =>
      `${field} “${value}” can be read in two ways. Name each with ; between them, write “none known”, or leave it empty for “not asked”.`,
  } satisfies Record<ImportProblemCode, (field: string, value: string, most: number) => string>,
};

/** "Birth date “31.02.1987” is no day …": the sentence of a problem in a row. */
export function importSentence(
  { field, code, value, most = 0 }: ImportProblem,
  { fields, row, problems } = importWording,
): string {
  return problems[code](field === null ? row : fields[field], value, most);
}

/** What is wrong with the header row as a whole, for the refusal of the file. */
export function headerSentence(problem: HeaderProblem): string {
  const name = importWording.fields[problem.field];
  if (problem.code === 'missing-column')
    return `The file has no column “${name}”. Nothing was stored. Its first row names the columns: take the template, or add this one.`;
  const [first, second] = problem.headers;
  return `The columns “${first}” and “${second}” both mean “${name}”. Nothing was stored. Rename or remove one of them.`;
}
