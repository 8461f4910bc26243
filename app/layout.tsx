import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import type { CSSProperties, ReactNode } from 'react';
import { KeptForm } from '@/components/forms/kept-form';
import { InsideLinks } from '@/components/layout/every-page';
import { findKeptForm } from '@/lib/forms/kept-form';
import './globals.css';
import { type Portal, readPortal } from '@/lib/portal/portal';

export async function generateMetadata(): Promise<Metadata> {
  const { name, logoText } = await readPortal();
  return {
    title: { default: `${logoText} · ${name}`, template: `%s · ${logoText}` },
    description: '加入工会，预约培训、托管班和健康检查。',
    manifest: '/manifest.webmanifest',
    icons: { icon: '/mark.svg' },
    openGraph: { siteName: `${logoText} · ${name}`, locale: 'zh_CN', type: 'website' },
    formatDetection: { telephone: false },
  };
}

// Pinch zoom stays on: taking it away fails everyone who needs it.
export const viewport: Viewport = { width: 'device-width', initialScale: 1, themeColor: '#f7f5f2' };

const sizes = ['large', 'xlarge'];

const styleOf = ({ main, dark, accent }: Portal['colours']) =>
  ({ '--brand': main, '--brand-dark': dark, '--accent': accent }) as CSSProperties;

/** The root of every page. 显示设置 is written by the server, so there is no flash; pages render per request for the CSP nonce. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const [jar, { hotline, colours }] = await Promise.all([cookies(), readPortal()]);
  const size = jar.get('size')?.value ?? '';
  const contrast = jar.get('contrast')?.value === 'high' ? 'high' : undefined;
  return (
    <html
      lang="zh-CN"
      data-size={sizes.includes(size) ? size : undefined}
      data-contrast={contrast}
      data-hotline={hotline}
      style={styleOf(colours)}
    >
      <body>
        <InsideLinks />
        <KeptForm restored={await findKeptForm()}>{children}</KeptForm>
      </body>
    </html>
  );
}
