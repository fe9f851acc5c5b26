import { afterAll, beforeAll, describe } from 'vitest';
import { Cluster } from '../support/cluster.ts';
import { longOutageTests } from './database-long.ts';
import { outageTests } from './database-outage.ts';
import { DatabaseRoom } from './database-room.ts';
import { noDisk, savingTests } from './database-saving.ts';
import { failoverTest } from './failover.ts';

const LONG = process.env.TANDEM_TEST_SIZE === 'long';

/** Room for the database, its write-ahead log and what people write in these tests. */
const DISK_MIB = 220;

let cluster: Cluster;
let room: DatabaseRoom;
const place = () => ({ cluster, room });

// One server and two processes for all: starting them takes longer than most of the faults.
beforeAll(async () => {
  cluster = await Cluster.start(noDisk === null ? { diskMib: DISK_MIB } : {});
  room = await DatabaseRoom.open(cluster);
}, 120_000);
afterAll(async () => {
  try {
    await room?.close();
  } finally {
    await cluster?.stop();
  }
});

describe('a database that answers and does not write', () => savingTests(place));
describe('a database that dies or stands still', () => {
  outageTests(place);
  if (LONG) longOutageTests(place);
});
if (LONG) describe('a database with a standby', failoverTest);
