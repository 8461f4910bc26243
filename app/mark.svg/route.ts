import { fileAnswer } from '@/lib/http/file-answer';
import { readPortal } from '@/lib/portal/portal';

export const dynamic = 'force-dynamic';

const bridge =
  'M72 344h368M112 344v-52c0-80 64-144 144-144s144 64 144 144v52M184 344v-96M256 344V148M328 344v-96';

/** The icon of the portal, in the federation's colours. */
export async function GET(): Promise<Response> {
  const { colours } = await readPortal();
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512">` +
    `<rect width="512" height="512" rx="96" fill="${colours.dark}"/>` +
    `<path d="${bridge}" fill="none" stroke="${colours.accent}" stroke-width="24" stroke-linecap="round"/></svg>`;
  return fileAnswer({ content: svg, type: 'image/svg+xml', forAnyone: true });
}
