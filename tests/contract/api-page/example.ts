/**
 * Signing in, appending and reading what came after. It was run as it stands here against the demo; ids and times are
 * those of that run. A test sends its bodies through the schemas that a server reads them with.
 */
export const example = `With the demo of \`npm start\` running. Each command was run; under it stands what came back.

Sign in, and keep the cookie:

\`\`\`sh
curl -s -c cookies.txt http://127.0.0.1:3000/api/auth/sign-in/email -H 'content-type: application/json' \\
  -d '{"email":"nurse@harbor.test","password":"tandem-demo"}' | jq -c '{role, epoch}'
{"role":"nurse","epoch":"f365f8bb-6ed4-410c-b38f-4c7bbde724d5"}
\`\`\`

Find a session that runs:

\`\`\`sh
curl -s -b cookies.txt 'http://127.0.0.1:3000/api/sessions?status=in-progress' | jq -c '.items[] | {id, lastSeq}'
{"id":"e304726f-1cd2-4078-8161-2b503a2b666e","lastSeq":9}
{"id":"c0da15ac-e31d-42a1-bd4f-1de2a39d0776","lastSeq":16}
{"id":"3158f590-1027-4612-ad2e-04bd10ad4b05","lastSeq":36}
\`\`\`

Append vital signs, under an id of your own and with the time at which they were taken. 201: stored. The same command once more answers the same with 200. With another pressure under the same id it is 409 \`entry-id-reused\`, and nothing is stored:

\`\`\`sh
curl -s -b cookies.txt http://127.0.0.1:3000/api/sessions/c0da15ac-e31d-42a1-bd4f-1de2a39d0776/entries \\
  -H 'content-type: application/json' \\
  -d '{"entries":[{"id":"2502a39c-88bf-47e7-9405-4c3b50061076","kind":"vital-signs","happenedAt":"2026-11-28T14:50:48Z","data":{"systolic":128,"diastolic":79,"heartRate":72,"spo2":98}}]}'
{"entries":[{"id":"2502a39c-88bf-47e7-9405-4c3b50061076","sessionId":"c0da15ac-e31d-42a1-bd4f-1de2a39d0776","seq":17,"kind":"vital-signs","version":1,"happenedAt":"2026-11-28T14:50:48.000Z","recordedAt":"2026-11-28T14:50:48.928Z","author":{"id":"f25ff5bf-8aba-4b4f-b13c-1f16849f8710","name":"Tunde Mensah","role":"nurse"},"data":{"systolic":128,"diastolic":79,"heartRate":72,"spo2":98},"context":null,"hash":"b91b3e8eab267ce4bf0340b105e8c4405588a538fb43e1b0598de1069566cd99"}]}
\`\`\`

Read what came after the last seq that you hold; keep its \`lastSeq\` for the next time:

\`\`\`sh
curl -s -b cookies.txt 'http://127.0.0.1:3000/api/sessions/c0da15ac-e31d-42a1-bd4f-1de2a39d0776/entries?after=16' | jq -c '{lastSeq, seqs: [.entries[].seq]}'
{"lastSeq":17,"seqs":[17]}
\`\`\`

A password typed in a command stays in the history of the shell: for anything but the demo, read it from a file (\`-d @file\`).`;
