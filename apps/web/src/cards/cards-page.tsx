import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMe } from '../data/me.ts';
import { Button } from '../ui/button.tsx';
import { Page } from '../ui/page.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { cardWords as text } from '../words/card-words.ts';
import { roleWord } from '../words.ts';
import { Card } from './card.tsx';
import { cardRoles, isCardRole, ownCard } from './card-steps.ts';
import classes from './cards.module.css';

/** What this says, for another language to be laid over. */
export const english = { cards: text };

/** The one-page cards: one's own first, the others beside it, and a button that prints what is seen. */
export function CardsPage() {
  const me = useMe();
  const navigate = useNavigate();
  const { of } = useSearch({ from: '/app/cards' });
  const role = isCardRole(of) ? of : ownCard(me.role);
  return (
    <Page
      title={text.title}
      actions={
        <Button look="main" onClick={() => window.print()}>
          {text.print}
        </Button>
      }
    >
      <div className={classes.choice}>
        <Segmented
          label={text.which}
          value={role}
          options={cardRoles.map((value) => ({ value, label: roleWord(value) }))}
          onChange={(value) => void navigate({ to: '/cards', search: { of: value }, replace: true })}
        />
        <p className={classes.hint}>{text.hint}</p>
      </div>
      <Card role={role} />
    </Page>
  );
}
