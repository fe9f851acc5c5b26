import type { Page } from '@playwright/test';

/** All that a page of this origin keeps on the device, as one text. */
export const keptOnDevice = (page: Page) =>
  page.evaluate(async () => {
    const databases = await Promise.all(
      (await indexedDB.databases()).map(
        ({ name }) =>
          new Promise<unknown[]>((resolve) => {
            const opening = indexedDB.open(name as string);
            opening.onsuccess = () => {
              const { result } = opening;
              const names = [...result.objectStoreNames];
              if (names.length === 0) return resolve([]);
              const reads = names.map(
                (store) =>
                  new Promise((done) => {
                    const all = result.transaction(store).objectStore(store).getAll();
                    all.onsuccess = () => done(all.result);
                  }),
              );
              return resolve(Promise.all(reads));
            };
          }),
      ),
    );
    const stores = await caches.keys();
    const cached = await Promise.all(
      stores.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)),
    );
    const all = [
      { ...localStorage },
      { ...sessionStorage },
      databases,
      cached,
      document.cookie,
      location.href,
    ];
    // Bytes as the letters that they would be: text that is only packed would show.
    return JSON.stringify(all, (_key, value) =>
      value instanceof ArrayBuffer || ArrayBuffer.isView(value) ? new TextDecoder().decode(value) : value,
    );
  });
