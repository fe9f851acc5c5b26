import type { RoomChange } from '@tandem/wire';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMe } from '../../data/me.ts';
import { addRoom, changeRoom, orderRooms } from '../setup-calls.ts';

/** Changes to the rooms; every list of rooms on this page is asked for again. */
export function useRoomChanges() {
  const { epoch } = useMe();
  const queryClient = useQueryClient();
  const onSettled = () => queryClient.invalidateQueries({ queryKey: ['rooms'] });
  return {
    adding: useMutation({
      mutationFn: (room: { id: string; name: string }) => addRoom(room, epoch),
      onSettled,
    }),
    changing: useMutation({
      mutationFn: ({ id, ...change }: RoomChange & { id: string }) => changeRoom(id, change, epoch),
      onSettled,
    }),
    ordering: useMutation({ mutationFn: (ids: string[]) => orderRooms(ids, epoch), onSettled }),
  };
}
