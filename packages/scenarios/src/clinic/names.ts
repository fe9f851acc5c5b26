/**
 * Invented clients of the demo clinic. Family names are words for weather, light and landscape in many
 * languages, so that nobody is meant by them; several hold letters that break careless code.
 */
export const familyNames: readonly string[] = [
  'Brightwater',
  'Åskmoln',
  'Nuagebleu',
  'Φεγγαρόδρομου',
  'Montañaluz',
  'Ørkenvind',
  'Wolkenreiter',
  'Łąkowicka',
  'Çiğdemova',
  'O’Starling',
  'Hoshizora',
  'Ακροθαλασσίτη',
  'Tūlāmaja',
  'Silverlark',
  'Őszilomb',
  'Řekavá',
  'Vent-de-Mai',
  'Ndotoni',
  'Þokudal',
  'Lichtenmoor',
  'Ἡλιοτροπίου',
  'Mưa-Xuân',
  'Quillfeather',
  'Járnfoss',
  'Câmpulung-Zori',
  'Ağaçlı',
  'Sternschnuppe',
  'Élivágar',
  'Žitnopolje',
  'Meadowglass',
  'Πρωινόφωτου',
  'Duinzand',
  'Lagunaverde',
  'Snøkorn',
  'Ìràwọ̀dé',
  'Kuuvalo',
  'Fernhollow',
  'Σταχυοπούλου',
  'Naranjal-Río',
  'Maanlicht',
  'Ślimakowska',
  'Brisadoce',
  'Tân-Gwyllt',
  'Harborlight',
  'Ñandubay',
  'Zephyrides',
];

interface GivenName {
  readonly name: string;
  readonly sex: 'female' | 'male' | 'other';
}

const named = (sex: GivenName['sex'], names: readonly string[]): GivenName[] =>
  names.map((name) => ({ name, sex }));

export const givenNames: readonly GivenName[] = [
  ...named('female', [
    'Maya',
    'Élodie',
    'Αλκυόνη',
    'Zoë',
    'Małgorzata',
    'Linh',
    'Þóra',
    'Ngozi',
    'Inés',
    'Søs',
    'Δανάη',
    'Hülya',
    'Brónach',
    'Ximena',
    'Aiyana',
    'Žofie',
    'Nour',
    'Sunniva',
  ]),
  ...named('male', [
    'Jonas',
    'Ιάσων',
    'Søren',
    'José',
    'Kwame',
    'Łukasz',
    'Björn',
    'Ελευθέριος',
    'Tomáš',
    'Ahmet',
    'Seán',
    'Noé',
    'Hiroshi',
    'Dáithí',
    'Andrés',
    'Óscar',
  ]),
  ...named('other', ['Robin', 'Sasha', 'Φοίβη-Άρης', 'Noor']),
];

export const allergyItems: readonly string[] = [
  'Penicillin: rash',
  'Latex: contact rash',
  'Ibuprofen: wheeze',
  'Nuts: swelling',
];
export const medicineItems: readonly string[] = [
  'Sertraline 100 mg morning',
  'Escitalopram 10 mg morning',
  'Bupropion XL 150 mg morning',
  'Levothyroxine 50 mcg morning',
  'Venlafaxine XR 75 mg morning',
  'Melatonin 3 mg night',
];
