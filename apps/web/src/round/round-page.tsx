import { Link, Navigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { BoardCurrency } from '../board/board-currency.tsx';
import { type Board, useBoard } from '../board/use-board.ts';
import { useMay } from '../data/me.ts';
import { buttonClass } from '../ui/button.tsx';
import { GreyRows } from '../ui/grey-rows.tsx';
import { ListKeyHints } from '../ui/key-hints.tsx';
import { Nothing, Page, Sentence } from '../ui/page.tsx';
import { useListKeys } from '../ui/use-list-keys.ts';
import { roundWords as text } from '../words/round-words.ts';
import classes from './round.module.css';
import { RoundRowView } from './round-row.tsx';
import { roundRows } from './round-rows.ts';

const ROW_HEIGHT = 76;

export function RoundPage() {
  const may = useMay();
  // Whoever takes vital signs goes round; a lead sees no values of a session that runs.
  return may('board.read') && may('vitals.write') ? <Round /> : <Navigate to="/" />;
}

/** Every session in progress in the order in which one would go to them. */
function Round() {
  const board = useBoard();
  return (
    <Page
      title={text.title}
      beside={board.loaded && <span role="status">{text.beside(board.inSession.length)}</span>}
      actions={
        <>
          <BoardCurrency board={board} />
          <Link to="/" className={buttonClass()}>
            {text.toToday}
          </Link>
        </>
      }
    >
      {board.failure !== null && <Sentence>{board.failure}</Sentence>}
      {board.failure === null && !board.loaded && <GreyRows count={4} height={ROW_HEIGHT} />}
      {board.loaded && <Rows board={board} />}
    </Page>
  );
}

function Rows({ board }: { board: Board }) {
  const list = useRef<HTMLUListElement>(null);
  const keys = useListKeys(list);
  if (board.inSession.length === 0) return <Nothing>{text.none}</Nothing>;
  return (
    <>
      <ul ref={list} className={classes.rows} aria-label={text.list}>
        {roundRows(board.inSession, board.lines).map((row) => (
          <RoundRowView key={row.session.id} row={row} />
        ))}
      </ul>
      <footer className={classes.foot}>
        <ListKeyHints keys={keys} filter={false} />
      </footer>
    </>
  );
}
