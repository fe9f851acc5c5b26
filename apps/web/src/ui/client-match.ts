import { dayWords } from './names.ts';

interface Findable {
  readonly id: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly birthDate: string;
  readonly mrn: string | null;
}

/** Letters that Unicode does not take apart, as they are typed on a keyboard without them. */
const spelled: Readonly<Record<string, string>> = {
  æ: 'ae',
  ð: 'd',
  đ: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ø: 'o',
  œ: 'oe',
  ß: 'ss',
  þ: 'th',
};

/** Lower case without accents: "Þökudal" is found by "thokudal". */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[æðđħıłøœßþ]/g, (letter) => spelled[letter] ?? letter);
}

/**
 * Does every word that was typed stand somewhere in name, MRN or birth date? A birth date is found in either order
 * of day and month: nothing is entered by it, and what is found is shown with the month in letters.
 */
export function matchesClient(client: Findable, typed: string): boolean {
  const text = textOf(client);
  return wordsOf(typed).every((word) => text.includes(word));
}

/**
 * Those that match, recently opened ones first, then those whose family name begins with what was typed, then by
 * name and birth date.
 */
export function findClients<Client extends Findable>(
  clients: readonly Client[],
  typed: string,
  recentIds: readonly string[] = [],
): Client[] {
  const [first = ''] = wordsOf(typed);
  const rank = ({ id, familyName }: Client): number => {
    const recent = recentIds.indexOf(id);
    if (recent >= 0) return recent - recentIds.length;
    return plain(familyName).startsWith(first) ? 0 : 1;
  };
  return clients
    .filter((client) => matchesClient(client, typed))
    .sort((a, b) => rank(a) - rank(b) || byName(a, b));
}

export function byName(a: Findable, b: Findable): number {
  return (
    a.familyName.localeCompare(b.familyName) ||
    a.givenName.localeCompare(b.givenName) ||
    a.birthDate.localeCompare(b.birthDate)
  );
}

function wordsOf(typed: string): string[] {
  return plain(typed)
    .split(/[\s,]+/)
    .map((word) => (/\d/.test(word) ? word.replace(/[./]/g, '-') : word))
    .filter((word) => word !== '');
}

function textOf({ familyName, givenName, birthDate, mrn }: Findable): string {
  const [year = '', month = '', day = ''] = birthDate.split('-');
  const [shortMonth, shortDay] = [String(Number(month)), String(Number(day))];
  const dates = [
    birthDate,
    dayWords(birthDate),
    `${shortDay}-${dayWords(birthDate).slice(3)}`,
    `${day}-${month}-${year}`,
    `${shortDay}-${shortMonth}-${year}`,
    `${month}-${day}-${year}`,
    `${shortMonth}-${shortDay}-${year}`,
    `${day}${month}${year}`,
    `${month}${day}${year}`,
  ];
  const number = (mrn ?? '').replace(/[./]/g, '-');
  return plain([familyName, givenName, number, number.replace(/[^\p{L}\d]/gu, ''), ...dates].join('\n'));
}
