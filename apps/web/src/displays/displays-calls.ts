import { type DisplaySetting, displaySchema, displaysReplySchema, type NewDisplay } from '@tandem/wire';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../data/api.ts';

const getDisplays = () => call({ method: 'GET', path: '/displays', reply: displaysReplySchema });
export const displaysQuery = queryOptions({
  queryKey: ['displays'],
  queryFn: getDisplays,
  refetchInterval: 5_000,
  retry: false,
});

export const pairDisplay = (body: NewDisplay, epoch: string) =>
  call({ method: 'POST', path: '/displays', body, reply: displaySchema, epoch });
export const setDisplay = (id: string, setting: DisplaySetting, epoch: string) =>
  call({ method: 'PATCH', path: `/displays/${id}`, body: { setting }, reply: displaySchema, epoch });
export const unpairDisplay = (id: string, epoch: string) =>
  call({ method: 'POST', path: `/displays/${id}/unpair`, body: {}, reply: null, epoch });
