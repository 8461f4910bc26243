import { fileAnswer } from '@/lib/http/file-answer';
import { readPortal } from '@/lib/portal/portal';

export const dynamic = 'force-dynamic';

const icon = { src: '/mark.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' };

/** What a phone needs to put the portal on its home screen (W3C Web Application Manifest). */
export async function GET(): Promise<Response> {
  const { name, logoText } = await readPortal();
  const manifest = {
    id: '/',
    name: `${logoText} · ${name}`,
    short_name: logoText,
    lang: 'zh-CN',
    start_url: '/',
    display: 'standalone',
    background_color: '#f7f5f2',
    theme_color: '#f7f5f2',
    icons: [icon],
  };
  const content = JSON.stringify(manifest);
  return fileAnswer({ content, type: 'application/manifest+json', forAnyone: true });
}
