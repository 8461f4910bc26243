import type { ComponentProps } from 'react';

type AppLinkProps = Omit<ComponentProps<'a'>, 'href'> & { href: string };

const leavesTheApp = (href: string) => !href.startsWith('/') && !href.startsWith('?');

/**
 * A link. To a page of ours it is marked: `InsideLinks` follows it without loading the document again.
 * Nothing is fetched ahead: on a courier's data plan a page is fetched when it is asked for.
 */
export function AppLink({ href, download, ...rest }: AppLinkProps) {
  const away = leavesTheApp(href) || download !== undefined || href.startsWith('/api/');
  return <a href={href} download={download} data-inside={away ? undefined : ''} {...rest} />;
}

/** A link inside a sentence. */
export function TextLink({ className, ...rest }: AppLinkProps) {
  return <AppLink className={className ? `link ${className}` : 'link'} {...rest} />;
}
