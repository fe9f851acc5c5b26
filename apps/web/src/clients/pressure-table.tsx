import { words } from '../words/list-pages.ts';
import type { Picture } from './picture-data.ts';
import classes from './pressure-table.module.css';

const text = words.picture;

/** The same as the picture, to be read: every reading and dose by its minute, those outside the picture too. */
export function PressureTable({ picture }: { readonly picture: Picture }) {
  const rows = [
    ...picture.pressures.map(({ id, minute, systolic, diastolic, map }) => ({
      id,
      minute,
      pressure: `${systolic}/${diastolic}`,
      map: String(map),
      dose: '',
    })),
    ...picture.doses.map(({ id, minute, label }) => ({ id, minute, pressure: '', map: '', dose: label })),
  ].toSorted((a, b) => a.minute - b.minute);
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{text.minute}</th>
          <th scope="col">{text.pressure}</th>
          <th scope="col">{text.map}</th>
          <th scope="col">{text.dose}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">{text.tick(row.minute, false)}</th>
            <td>{row.pressure}</td>
            <td>{row.map}</td>
            <td className={classes.dose}>{row.dose}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
