import type { Pins } from '@tandem/domain';

/** Names as they stand beside each other in one register: of one origin, with the forms that go with a sex. */
export interface NamesOfOrigin {
  readonly families: readonly string[] | Readonly<Record<'female' | 'male', readonly string[]>>;
  readonly given: Readonly<Partial<Record<Pins['patient']['sex'], readonly string[]>>>;
}

/**
 * Ordinary names of many origins, put together by a seed: nobody is meant by them. Several hold letters, marks and
 * lengths that break careless code.
 */
export const namesOfTheWorld: readonly NamesOfOrigin[] = [
  { families: ['Nguyễn', 'Trần', 'Phạm'], given: { female: ['Linh', 'Thảo'], male: ['Minh', 'Đức'] } },
  {
    families: { female: ['Kowalska', 'Wiśniewska'], male: ['Wójcik', 'Zieliński'] },
    given: { female: ['Małgorzata', 'Agnieszka'], male: ['Łukasz', 'Paweł'] },
  },
  {
    families: { female: ['Παπαδοπούλου', 'Αγγελοπούλου'], male: ['Παπαδόπουλος', 'Νικολαΐδης'] },
    given: { female: ['Δανάη', 'Ελευθερία'], male: ['Ιάσων', 'Στέλιος'] },
  },
  {
    families: ['Okonkwo', 'Adébáyọ̀', 'Nwosu'],
    given: { female: ['Ngozi', 'Adaeze'], male: ['Chidi', 'Tobi'] },
  },
  {
    families: { female: ['Guðmundsdóttir', 'Þórsdóttir'], male: ['Sigurðsson', 'Einarsson'] },
    given: { female: ['Þóra', 'Sunna'], male: ['Björn', 'Högni'] },
  },
  {
    families: ['García Núñez', 'Ibáñez', 'Peña'],
    given: { female: ['Inés', 'Ximena'], male: ['Andrés', 'Íñigo'] },
  },
  {
    families: ['O’Connor', 'Ní Bhriain', 'Murphy'],
    given: { female: ['Siobhán', 'Aoife'], male: ['Seán', 'Cillian'] },
  },
  {
    families: ['Yılmaz', 'Çelik', 'Şahin'],
    given: { female: ['Elif', 'Gülşen'], male: ['Emre', 'Çağlar'], other: ['Deniz'] },
  },
  {
    families: ['Watanabe', 'Kobayashi', 'Ōta'],
    given: { female: ['Keiko', 'Haruka'], male: ['Hiroshi', 'Takumi'], other: ['Akira'] },
  },
  {
    families: ['Haddad', 'Abadi', 'Khoury'],
    given: { female: ['Nour', 'Yasmin'], male: ['Samir', 'Karim'] },
  },
  {
    families: { female: ['Nováková', 'Dvořáková'], male: ['Novák', 'Říha'] },
    given: { female: ['Žofie', 'Petra'], male: ['Tomáš', 'Jiří'] },
  },
  {
    families: ['Dubois', 'Lefèvre', 'Saint-Amand'],
    given: { female: ['Élodie', 'Maëlle'], male: ['Noé', 'Jérôme'], other: ['Camille'] },
  },
  {
    families: ['Østergaard', 'Sørensen', 'Nyström'],
    given: { female: ['Sofie', 'Åsa'], male: ['Søren', 'Håkon'] },
  },
  { families: ['Kim', 'Park', 'Choi'], given: { female: ['Ji-soo', 'Eun-ji'], male: ['Min-jun', 'Do-yun'] } },
  {
    families: ['Sharma', 'Krishnamurthy', 'Patel'],
    given: { female: ['Priya', 'Anjali'], male: ['Arjun', 'Rohan'], other: ['Kiran'] },
  },
  {
    families: ['Washington', 'Hale', 'Brooks'],
    given: { female: ['Ruth', 'Denise'], male: ['Patrick', 'Marcus'], other: ['Robin'] },
  },
  {
    families: ['Szabó', 'Kovács', 'Tóth'],
    given: { female: ['Zsófia', 'Ágnes'], male: ['Gergő', 'István'] },
  },
  {
    families: ['da Conceição', 'Magalhães', 'Araújo'],
    given: { female: ['Beatriz', 'Inácia'], male: ['João', 'Tomé'] },
  },
  {
    families: ['Müller-Brandt', 'Weiß', 'Schröder'],
    given: { female: ['Lena', 'Käthe'], male: ['Jürgen', 'Jonas'], other: ['Kim'] },
  },
  {
    families: ['Kalākaua', 'Fa’alogo', 'Tūhoe'],
    given: { female: ['Leilani', 'Mere'], male: ['Sione', 'Wiremu'] },
  },
];

/** The two whom a tired eye takes for each other: the same family name, given names that begin alike. */
export const namesakes = {
  familyName: 'Þokudal',
  given: [
    { givenName: 'Ahmet', sex: 'male' },
    { givenName: 'Aylin', sex: 'female' },
  ],
} as const;

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
