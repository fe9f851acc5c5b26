/** "1 Eintrag", "3 Einträge". */
export const counted = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;
export const entries = (count: number) => counted(count, 'Eintrag', 'Einträge');
