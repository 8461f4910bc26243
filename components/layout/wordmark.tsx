import { AppLink } from '../ui/app-link';
import { cx } from '../ui/cx';

/** Whose portal this is, and what it is called. */
export interface Mark {
  readonly shortName: string;
  readonly logoText: string;
}

interface WordmarkProps {
  mark: Mark;
  href?: string;
  /** Leaves its row to the tools beside it on a phone. */
  short?: boolean;
}

/** The text mark: the federation's short name, then what its portal is called. The official emblem is the deployer's to add. */
export function Wordmark({ mark, href = '/', short = false }: WordmarkProps) {
  return (
    <AppLink
      href={href}
      className="inline-flex min-h-target items-center text-secondary text-ink no-underline"
    >
      <b className="text-body">{mark.shortName}</b>
      <span
        className={cx(
          'ml-2 border-l border-line-strong pl-2 leading-tight text-ink-2 xlarge:hidden',
          short && 'max-sm:hidden',
        )}
      >
        {mark.logoText}
      </span>
    </AppLink>
  );
}

/** First stop of the tab key: past the navigation to the content. */
export function SkipLink() {
  return (
    <a
      href="#main"
      className="absolute -top-20 left-4 z-50 bg-focus px-4 py-3 text-ink focus:top-2"
    >
      跳到正文
    </a>
  );
}
