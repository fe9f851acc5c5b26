// What `npm run dev` watches: the server from its sources, started like the built one.
const { main } = await import(new URL('../../apps/api/src/main.ts', import.meta.url).href);
await main([]);
