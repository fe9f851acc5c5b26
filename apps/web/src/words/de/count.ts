/** "1 Eintrag", "3 Einträge", "1.200 Einträge". */
export const counted = (count: number, one: string, more: string) =>
  `${numbered(count)} ${count === 1 ? one : more}`;
export const entries = (count: number) => counted(count, 'Eintrag', 'Einträge');
export const sessions = (count: number) => counted(count, 'Sitzung', 'Sitzungen');
export const numbered = (count: number) => count.toLocaleString('de');
