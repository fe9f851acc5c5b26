/** `info.description` of the OpenAPI document: what holds for every call and stands at none of them. */
export const conventions = `The shared record of a ketamine-assisted psychotherapy session. What follows holds for every call.

**Login.** \`POST /api/auth/sign-in/email\` sets a cookie: \`tandem\` over http on the computer itself, \`__Host-tandem\` over https. Send it with every call. A login ends after 2 hours without use, and after 12 hours (401 \`not-signed-in\`). A person acts in one of their roles at a time; a role that may not is answered 403 \`role-may-not\`. Calls that ask for a fresh login want the password typed in the last 5 minutes; otherwise they answer 403 \`confirm-needed\`: call \`POST /api/auth/confirm\`, then send the same again.

**Origin.** A write whose \`Origin\` is not Tandem's own address, or whose \`Sec-Fetch-Site\` is neither \`same-origin\` nor \`none\`, is 403 \`wrong-origin\`. A program sends neither and is let through.

**Refusals.** Whatever is refused answers \`application/problem+json\` (RFC 9457) with a stable \`code\`, \`title\` as a sentence for the person, \`retryable\`, and \`field\`, \`index\`, \`entryId\` and \`missing\` where they apply. docs/errors.md lists every code. An id that is unknown and one of another clinic are the same 404.

**Ids and repeats.** All ids are UUIDs, taken in any case and served in lower case. Whoever makes something makes its \`id\`. The same call with the same id is answered again and stores nothing new, so a call whose answer was lost is sent again as it was. The same id with other content is 409 \`entry-id-reused\`.

**Values.** Bodies are JSON, at most 64 KiB unless a call says otherwise. An unknown field, a wrong type or a value out of range is 400 \`invalid\` with the \`field\`; nothing is coerced. In an address every value is text.

**Times.** Instants are RFC 3339. Any zone is taken; they are served in UTC with milliseconds. Days are \`YYYY-MM-DD\`. Amounts are in milligrams, weights in kilograms, where a name does not say another unit.

**Epoch.** \`GET /api/me\` tells the \`epoch\` of this database; a restore from a backup begins a new one. A write that carries another one in the header \`Tandem-Epoch\` is 409 \`epoch-changed\` and stores nothing. Without the header it is not checked.

**Live.** \`GET /api/live\` is a websocket and no call, so it is not listed: docs/wire.md describes its frames.`;
