import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { KeptForm } from '@/components/forms/kept-form';
import { findKeptForm } from '@/lib/auth/kept-form';
import './globals.css';
import { readPortal } from '@/lib/portal';

export async function generateMetadata(): Promise<Metadata> {
  const { name } = await readPortal();
  return {
    title: { default: `连心桥 · ${name}`, template: '%s · 连心桥' },
    description: '加入工会，预约培训、托管班和健康检查。',
    manifest: '/manifest.webmanifest',
    icons: { icon: '/icon.svg' },
    formatDetection: { telephone: false },
  };
}

// Pinch zoom stays on: taking it away fails everyone who needs it.
export const viewport: Viewport = { width: 'device-width', initialScale: 1, themeColor: '#f7f5f2' };

const sizes = ['large', 'xlarge'];

/** The root of every page. 显示设置 is written by the server, so there is no flash; pages render per request for the CSP nonce. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const [jar, { hotline }] = await Promise.all([cookies(), readPortal()]);
  const size = jar.get('size')?.value ?? '';
  const contrast = jar.get('contrast')?.value === 'high' ? 'high' : undefined;
  return (
    <html
      lang="zh-CN"
      data-size={sizes.includes(size) ? size : undefined}
      data-contrast={contrast}
      data-hotline={hotline}
    >
      <body>
        <KeptForm kept={await findKeptForm()}>{children}</KeptForm>
      </body>
    </html>
  );
}
