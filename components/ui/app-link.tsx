import Link from 'next/link';
import type { ComponentProps } from 'react';

type AppLinkProps = Omit<ComponentProps<'a'>, 'href'> & { href: string };

const leavesTheApp = (href: string) => !href.startsWith('/') && !href.startsWith('?');

/** A link that does not prefetch: on a courier's data plan a page is fetched when it is asked for. */
export function AppLink({ href, download, ...rest }: AppLinkProps) {
  if (leavesTheApp(href) || download !== undefined || href.startsWith('/api/')) {
    return <a href={href} download={download} {...rest} />;
  }
  return <Link href={href} prefetch={false} {...rest} />;
}

/** A link inside a sentence. */
export function TextLink({ className, ...rest }: AppLinkProps) {
  return <AppLink className={className ? `link ${className}` : 'link'} {...rest} />;
}
