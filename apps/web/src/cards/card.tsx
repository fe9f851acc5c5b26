import { version } from '../../package.json';
import { Mark } from '../ui/shell.tsx';
import { cardWords as text } from '../words/card-words.ts';
import { roleWord, words } from '../words.ts';
import classes from './card.module.css';
import { type CardRole, type Step, stepsOf } from './card-steps.ts';
import { Marked } from './marked.tsx';
import { pictureOf } from './pictures.ts';

const feet = ['promise', 'paper', 'people'] as const;

/** What a role does in this order, with pictures of the screens: exactly one sheet of A4 when it is printed. */
export function Card({ role }: { readonly role: CardRole }) {
  return (
    <article className={classes.sheet} aria-labelledby="card-title">
      <header className={classes.head}>
        <h2 id="card-title" className={classes.role}>
          {roleWord(role)}
        </h2>
        <p className={classes.product}>
          <Mark />
          {words.product}
        </p>
        <p className={classes.intro}>{text.cards[role].intro}</p>
      </header>
      <ol className={classes.steps}>
        {stepsOf(role).map((step) => (
          <StepRow key={`${role} ${step.name}`} step={step} />
        ))}
      </ol>
      <footer className={classes.foot}>
        {feet.map((part) => (
          <section key={part}>
            <h3>{text.foot[part].title}</h3>
            <p>
              <Marked text={text.foot[part].text} />
            </p>
          </section>
        ))}
        <p className={classes.version}>
          <span>{text.version(version)}</span>
          <span>{text.pictures}</span>
        </p>
      </footer>
    </article>
  );
}

function StepRow({ step }: { readonly step: Step }) {
  return (
    <li className={classes.step} data-shape={step.shape}>
      <div className={classes.said}>
        <h3>{step.title}</h3>
        <p>
          <Marked text={step.text} />
        </p>
      </div>
      <img className={classes.picture} src={pictureOf(step.picture)} alt={step.alt} />
    </li>
  );
}
