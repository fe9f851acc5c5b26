/** Who somebody is, as far as two of them are compared. */
export interface Identity {
  readonly familyName: string;
  readonly givenName: string;
  /** `YYYY-MM-DD`. */
  readonly birthDate: string;
  readonly mrn?: string | null | undefined;
}

/** How somebody is recognised: by the number, or by both names and the day of birth. */
export type SameBy = 'mrn' | 'person';

/** Case, spaces in a row and ways to write an accent make no second person. */
const plain = (text: string) => text.normalize('NFKC').toLocaleLowerCase('en').replace(/\s+/g, ' ').trim();
const personKey = ({ familyName, givenName, birthDate }: Identity) =>
  [plain(familyName), plain(givenName), birthDate].join('\n');

/** People who are there already, to be asked whether somebody is one of them. */
export class KnownPeople<Person extends Identity> {
  private readonly byMrn = new Map<string, Person>();
  private readonly byPerson = new Map<string, Person>();

  constructor(people: readonly Person[] = []) {
    for (const person of people) this.add(person);
  }

  add(person: Person): void {
    const { mrn } = person;
    if (mrn !== undefined && mrn !== null) keep(this.byMrn, plain(mrn), person);
    keep(this.byPerson, personKey(person), person);
  }

  /** The first one who has the same number, else the same names and birth date; null for somebody new. */
  find(somebody: Identity): { readonly person: Person; readonly sameBy: SameBy } | null {
    const { mrn } = somebody;
    const byMrn = mrn === undefined || mrn === null ? undefined : this.byMrn.get(plain(mrn));
    if (byMrn !== undefined) return { person: byMrn, sameBy: 'mrn' };
    const same = this.byPerson.get(personKey(somebody));
    return same === undefined ? null : { person: same, sameBy: 'person' };
  }
}

function keep<Person>(people: Map<string, Person>, key: string, person: Person): void {
  if (!people.has(key)) people.set(key, person);
}
