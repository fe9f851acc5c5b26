import { Button } from '../ui/button.tsx';
import { Actions, Dialog } from '../ui/dialog.tsx';
import { displayWords as text } from '../words/display-words.ts';
import { DisplaysPanel } from './displays-panel.tsx';

/** From a session's room: the screens of that room. */
export function DisplaysDialog(props: { readonly roomId: string | null; onClose(): void }) {
  return (
    <Dialog title={text.title} onClose={props.onClose}>
      <DisplaysPanel roomId={props.roomId} />
      <Actions>
        <Button onClick={props.onClose}>{text.close}</Button>
      </Actions>
    </Dialog>
  );
}
