import { uuidSchema } from '@tandem/domain';
import {
  keptRoomSchema,
  keptRoomsReplySchema,
  newRoomSchema,
  roomChangeSchema,
  roomOrderSchema,
  roomsReplySchema,
} from '@tandem/wire';
import { z } from 'zod';
import type { App } from '../app-type.ts';
import { addRoom, changeRoom, keptRooms, orderRooms, roomsInUse } from '../clinic/rooms.ts';
import type { Services } from '../services.ts';

const params = z.object({ id: uuidSchema });

/** The clinic's rooms: those in use for everybody, all of them for who keeps them. */
export function roomRoutes(app: App, { inClinic }: Services): void {
  app.get(
    '/api/rooms',
    {
      config: { access: 'rooms.read' },
      schema: { summary: 'Lists the rooms in use', response: { 200: roomsReplySchema } },
    },
    async ({ login }) => inClinic(login.clinicId, async (scope) => ({ items: await roomsInUse(scope) })),
  );

  app.get(
    '/api/clinic/rooms',
    {
      config: { access: 'clinic.write' },
      schema: { summary: 'Lists all rooms, those out of use last', response: { 200: keptRoomsReplySchema } },
    },
    async ({ login }) => inClinic(login.clinicId, async (scope) => ({ items: await keptRooms(scope) })),
  );

  app.post(
    '/api/rooms',
    {
      config: { access: 'clinic.write' },
      schema: {
        summary: 'Adds a room',
        description: 'A name that another room in use has is 400.',
        body: newRoomSchema,
        response: { 201: keptRoomSchema, 200: keptRoomSchema },
      },
    },
    async ({ login, body }, reply) => {
      const { room, isNew } = await inClinic(login.clinicId, (scope) => addRoom(scope, login, body));
      reply.code(isNew ? 201 : 200);
      return room;
    },
  );

  app.patch(
    '/api/rooms/:id',
    {
      config: { access: 'clinic.write' },
      schema: {
        summary: 'Renames a room, takes it out of use or puts it back',
        description: '409 `room-in-use` while a session runs in it or is planned in it from today on.',
        params,
        body: roomChangeSchema,
        response: { 200: keptRoomSchema },
      },
    },
    async ({ login, params: { id }, body }) =>
      inClinic(login.clinicId, (scope) => changeRoom(scope, login, id, body)),
  );

  app.post(
    '/api/clinic/rooms/order',
    {
      config: { access: 'clinic.write' },
      schema: {
        summary: 'Puts the rooms in use into this order',
        description: 'Rooms that are not named follow in the order they had.',
        body: roomOrderSchema,
        response: { 200: keptRoomsReplySchema },
      },
    },
    async ({ login, body }) =>
      inClinic(login.clinicId, async (scope) => ({ items: await orderRooms(scope, login, body.ids) })),
  );
}
