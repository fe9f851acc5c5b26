import type { z } from 'zod';
import type { Allergies, sexSchema } from '../entries/lifecycle.ts';
import { isStorableText } from '../text.ts';
import { daySchema } from '../time.ts';
import { readAllergies } from './allergies.ts';
import { type ImportColumns, type ImportField, importColumns, importFields } from './columns.ts';
import type { ImportProblem, ImportProblemCode } from './problems.ts';

/** A client as a row says it, in the shape in which one is added; without an id. */
export interface ImportedClient {
  readonly familyName: string;
  readonly givenName: string;
  /** `YYYY-MM-DD`. */
  readonly birthDate: string;
  readonly sex: z.infer<typeof sexSchema>;
  readonly mrn?: string;
  readonly allergies: Allergies;
  readonly medicines?: string[];
  readonly contacts?: { name: string; relation?: string; phone?: string; email?: string }[];
  readonly language?: string;
}

/** Lists in one cell: `;`, `|` or a new line. A comma stays: "Penicillin, rash" is one allergy with its reaction. */
const LIST_SIGNS = /[;|\r\n]+/;
const LISTS: readonly ImportField[] = ['allergies', 'medicines'];
/** What is too long there is no date and no sex either, and is said so. */
const CHOSEN: readonly ImportField[] = ['birthDate', 'sex'];
const MOST_MEDICINES = 100;
/** The oldest person known lived 122 years; a year such as 0987 is a slip of the keys. */
const FIRST_BIRTH_DAY = '1900-01-01';

const sexes: Readonly<Record<ImportedClient['sex'], readonly string[]>> = {
  female: ['female', 'f', 'w', 'weiblich', 'frau', 'woman'],
  male: ['male', 'm', 'männlich', 'maennlich', 'mann', 'man'],
  other: ['other', 'o', 'x', 'd', 'divers', 'diverse', 'non binary', 'nichtbinär'],
  unknown: ['', 'unknown', 'u', 'not known', 'unbekannt', 'nicht bekannt'],
};

/**
 * One row as a client, or everything that is wrong with it. What is typed stays as it is: a cell that a spreadsheet
 * would take for a formula is text here. What is left empty is not known and never "none" (IMP-3).
 * @param today the clinic's day, `YYYY-MM-DD`: nobody is born after it
 */
export function readRow(
  cells: readonly string[],
  columns: ImportColumns,
  today: string,
): { readonly client: ImportedClient } | { readonly problems: readonly ImportProblem[] } {
  const problems: ImportProblem[] = [];
  const text = (field: ImportField) => (cells[columns.at.get(field) ?? -1] ?? '').trim();
  const wrong = (field: ImportField | null, code: ImportProblemCode, value: string, most?: number) =>
    problems.push({ field, code, value: shortened(value), ...(most === undefined ? {} : { most }) });

  // Beyond the last header: a comma inside a name that no quotation marks hold moves every later cell by one.
  const beyond = cells.slice(columns.width).find((cell) => cell.trim() !== '');
  if (beyond !== undefined) wrong(null, 'too-many-cells', beyond);
  for (const field of importFields) if (!isReadable(text(field))) wrong(field, 'bad-characters', '');

  for (const field of importFields) {
    const { most, required } = importColumns[field];
    const parts = LISTS.includes(field) ? listed(text(field)) : [text(field)];
    if (required && text(field) === '') wrong(field, 'empty', '');
    const long = parts.find((part) => part.length > most);
    if (long !== undefined && !CHOSEN.includes(field)) wrong(field, 'too-long', long, most);
  }
  const birthDate = readDay(text('birthDate'));
  if (text('birthDate') !== '') {
    if (birthDate === null) wrong('birthDate', 'no-date', text('birthDate'));
    else if (birthDate > today || birthDate < FIRST_BIRTH_DAY)
      wrong('birthDate', 'birth-out-of-range', text('birthDate'));
  }
  const sex = readSex(text('sex'));
  if (sex === null) wrong('sex', 'no-sex', text('sex'));
  const allergies = readAllergies(listed(text('allergies')));
  if (typeof allergies === 'string') wrong('allergies', allergies, text('allergies'));
  const medicines = listed(text('medicines'));
  if (medicines.length > MOST_MEDICINES) wrong('medicines', 'too-many', '', MOST_MEDICINES);

  if (problems.length > 0 || birthDate === null || sex === null || typeof allergies === 'string')
    return { problems };
  const names = { familyName: text('familyName'), givenName: text('givenName') };
  return {
    client: {
      ...names,
      birthDate,
      sex,
      ...(text('mrn') === '' ? {} : { mrn: text('mrn') }),
      allergies,
      ...(medicines.length === 0 ? {} : { medicines }),
      ...contactOf(names, text),
      ...(text('language') === '' ? {} : { language: text('language') }),
    },
  };
}

/** Whom to call. A number without a name beside it is the client's own. */
function contactOf(
  { givenName, familyName }: Pick<ImportedClient, 'givenName' | 'familyName'>,
  text: (field: ImportField) => string,
): Pick<ImportedClient, 'contacts'> {
  const [name, relation, phone, email] = (['contactName', 'contactRelation', 'phone', 'email'] as const).map(
    text,
  ) as [string, string, string, string];
  if ([name, phone, email].every((part) => part === '')) return {};
  const both = `${givenName} ${familyName}`;
  const own = both.length > importColumns.contactName.most ? familyName : both;
  return {
    contacts: [
      {
        name: name === '' ? own : name,
        ...(relation === '' || name === '' ? {} : { relation }),
        ...(phone === '' ? {} : { phone }),
        ...(email === '' ? {} : { email }),
      },
    ],
  };
}

const listed = (text: string) =>
  text
    .split(LIST_SIGNS)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** False for what a file in another encoding turns into as well. */
const isReadable = (text: string) => isStorableText(text) && !text.includes('\uFFFD');

/** `1987-03-14` and `14.3.1987` alone: `03/04/1987` is two days, one on each side of an ocean. */
function readDay(text: string): string | null {
  const [, date, month, year] = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(text) ?? [];
  const day = year === undefined ? text : `${year}-${month?.padStart(2, '0')}-${date?.padStart(2, '0')}`;
  return daySchema.safeParse(day).success ? day : null;
}

function readSex(text: string): ImportedClient['sex'] | null {
  const key = text.toLowerCase().replaceAll('-', ' ');
  const found = Object.entries(sexes).find(([, said]) => said.includes(key));
  return found === undefined ? null : (found[0] as ImportedClient['sex']);
}

/** Enough to find it in the file. */
const shortened = (text: string) => {
  const signs = [...text];
  return signs.length > 60 ? `${signs.slice(0, 59).join('')}…` : text;
};
