import { fieldKey, type ProtocolPlan, protocolDiff } from '@tandem/domain';
import { protocolWords as text } from '../../words/protocol-words.ts';
import classes from './diff.module.css';

/** Only what differs: the old struck, the new strong, rows that came or went in words. */
export function DiffView({ before, after }: { readonly before: ProtocolPlan; readonly after: ProtocolPlan }) {
  const changes = protocolDiff(before, after);
  if (changes.length === 0) return <p className={classes.same}>{text.same}</p>;
  return (
    <dl className={classes.diff}>
      {changes.map(({ field, lines }) => (
        <div key={fieldKey(field)}>
          <dt>{field.label}</dt>
          {lines.map((line) => (
            <dd key={`${line.before} ${line.after}`}>
              {line.before === null && <span className={classes.how}>{text.added}</span>}
              {line.after === null && <span className={classes.how}>{text.removed}</span>}
              {line.before !== null && <del>{line.before}</del>}
              {line.before !== null && line.after !== null && <span aria-hidden> → </span>}
              {line.after !== null && <ins>{line.after}</ins>}
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
