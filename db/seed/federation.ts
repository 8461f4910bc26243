import type { FederationData } from './data/federation';
import { gangnan } from './data/gangnan';
import { linxi } from './data/linxi';

const federations: Readonly<Record<string, FederationData>> = { gangnan, linxi };

/** The invented federation behind a name of `DEMO`; the first one for none. */
export function federationNamed(name: string | undefined): FederationData {
  const found = federations[name || 'gangnan'];
  if (found) return found;
  const known = Object.keys(federations).join('、');
  throw new Error(`没有叫“${name}”的演示。DEMO 可以是 ${known}。(no such demo)`);
}

/** The one that this process tells of. */
export const invented = federationNamed(process.env.DEMO);
