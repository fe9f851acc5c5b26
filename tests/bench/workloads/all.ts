import { cpu } from './cpu.ts';
import { g1 } from './g1.ts';
import { g3 } from './g3.ts';
import { g4 } from './g4.ts';
import { g5 } from './g5.ts';
import { g6 } from './g6.ts';
import { g8 } from './g8.ts';
import { g10 } from './g10.ts';
import { g12 } from './g12.ts';
import { scenarioRate } from './scenario-rate.ts';
import { screens } from './screens.ts';
import type { Workload } from './workload.ts';

/** In the order in which they run; G10 restarts the API, so that what is measured warm comes before it. */
export const workloads: readonly Workload[] = [g1, g3, g4, g5, g6, g8, screens, cpu, g10, scenarioRate, g12];
