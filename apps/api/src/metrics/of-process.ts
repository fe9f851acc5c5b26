import { collectDefaultMetrics, Registry } from 'prom-client';

let registry: Registry | null = null;

/**
 * CPU, memory, files and event loop of this process, however many servers it holds (tests hold many). They begin with
 * the first question: the library measures the event loop a hundred times a second and never stops, which nobody
 * should pay for who does not ask.
 */
export function ofProcess(): Registry {
  if (registry === null) {
    registry = new Registry();
    collectDefaultMetrics({ register: registry, prefix: 'tandem_' });
  }
  return registry;
}
