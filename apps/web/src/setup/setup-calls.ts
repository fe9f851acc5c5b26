import {
  type ClinicChange,
  clinicSchema,
  keptRoomSchema,
  keptRoomsReplySchema,
  type newProtocolSchema,
  protocolSchema,
  type RoomChange,
} from '@tandem/wire';
import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { call } from '../data/api.ts';
import type { Epoch } from '../data/calls.ts';

export const setClinic = (body: ClinicChange, epoch: Epoch) =>
  call({ method: 'PATCH', path: '/clinic', body, reply: clinicSchema, epoch });

/** All rooms, retired ones too. */
export const keptRoomsQuery = queryOptions({
  queryKey: ['rooms', 'kept'],
  queryFn: () => call({ method: 'GET', path: '/clinic/rooms', reply: keptRoomsReplySchema }),
});
/** The same id again is the same room. */
export const addRoom = (body: { id: string; name: string }, epoch: Epoch) =>
  call({ method: 'POST', path: '/rooms', body, reply: keptRoomSchema, epoch });
export const changeRoom = (id: string, body: RoomChange, epoch: Epoch) =>
  call({ method: 'PATCH', path: `/rooms/${id}`, body, reply: keptRoomSchema, epoch });
export const orderRooms = (ids: string[], epoch: Epoch) =>
  call({ method: 'POST', path: '/clinic/rooms/order', body: { ids }, reply: keptRoomsReplySchema, epoch });
export const addProtocol = (body: z.output<typeof newProtocolSchema>, epoch: Epoch) =>
  call({ method: 'POST', path: '/protocols', body, reply: protocolSchema, epoch });
export const confirmProtocol = (protocolId: string, epoch: Epoch) =>
  call({ method: 'POST', path: `/protocols/${protocolId}/confirm`, body: {}, reply: protocolSchema, epoch });
