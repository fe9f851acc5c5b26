import {
  type Instrument,
  type InstrumentChange,
  instrumentSchema,
  instrumentsReplySchema,
  type NewInstrument,
} from '@tandem/wire';
import { queryOptions } from '@tanstack/react-query';
import { call } from './api.ts';

/** Questionnaires that the clinic brought along, every version: what was answered is read by its own. */
export const instrumentsQuery = queryOptions({
  queryKey: ['instruments'],
  queryFn: () => call({ method: 'GET', path: '/instruments', reply: instrumentsReplySchema }),
  refetchInterval: 30_000,
});

/** The same id again is the same version. */
export const addInstrument = (body: NewInstrument, epoch: string): Promise<Instrument> =>
  call({ method: 'POST', path: '/instruments', body, reply: instrumentSchema, epoch });

export const changeInstrument = (id: string, body: InstrumentChange, epoch: string): Promise<Instrument> =>
  call({ method: 'PATCH', path: `/instruments/${id}`, body, reply: instrumentSchema, epoch });
