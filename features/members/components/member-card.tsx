import type { ReactNode } from 'react';
import { AppLink } from '@/components/ui/app-link';
import { Icon } from '@/components/ui/icon';

const shell = 'relative block overflow-hidden rounded-card bg-brand-800 text-white no-underline';
const numberLook = 'block text-secondary text-gold';

/** The card as a strip on the home page: name, number, one tap to the code. */
export function MemberCardStrip({
  name,
  memberNo,
  kind,
  href,
}: {
  name: string;
  memberNo: string;
  /** Beside the number for whoever is not 正式: 预备会员. */
  kind?: string | undefined;
  href: string;
}) {
  return (
    <AppLink href={href} className={shell}>
      <span className="flex min-h-[88px] items-center justify-between gap-3 p-4 xlarge:flex-wrap">
        <span className="min-w-0">
          <span className="block text-h3 font-semibold">{name}</span>
          <span className={numberLook}>会员号 {memberNo}</span>
          {kind && <span className="block text-secondary">{kind}</span>}
        </span>
        <span className="inline-flex flex-none flex-col items-center border-l border-gold/35 pl-5 text-meta xlarge:min-h-target xlarge:flex-[1_0_100%] xlarge:flex-row xlarge:justify-center xlarge:gap-3 xlarge:border-t xlarge:border-l-0 xlarge:pt-2 xlarge:pl-0">
          <Icon name="qr" className="!size-8" />
          会员码
        </span>
      </span>
    </AppLink>
  );
}

// The one drawing of the product: a bridge in a thin gold line, nowhere but on this card.
const span =
  'M176 58Q248 -34 320 58M160 58H336M188 43.9V58M200 32.4V58M212 23.5V58M224 17.1V58M236 13.3V58M248 12.0V58M260 13.3V58M272 17.1V58M284 23.5V58M296 32.4V58M308 43.9V58M176 58v38M320 58v38';

function Bridge() {
  return (
    <svg
      viewBox="0 0 328 96"
      preserveAspectRatio="xMaxYMax meet"
      aria-hidden="true"
      className="pointer-events-none absolute right-0 bottom-0 h-[62%] w-[60%] fill-none stroke-gold stroke-1 opacity-40 xlarge:hidden"
    >
      <path d={span} />
    </svg>
  );
}

interface MemberCardProps {
  organisation: string;
  name: string;
  memberNo: string;
  /** Beside the number for whoever is not 正式: 预备会员. */
  kind?: string | undefined;
  /** The QR panel. */
  children: ReactNode;
}

/** The whole card: union, name, number, and the code on white. */
export function MemberCard({ organisation, name, memberNo, kind, children }: MemberCardProps) {
  return (
    <article className={shell}>
      <div className="relative flex flex-wrap justify-between gap-x-3 gap-y-1 px-4 pt-4 pb-5">
        <Bridge />
        <p className="basis-full text-secondary">{organisation}</p>
        <p className="text-h1 font-semibold">{name}</p>
        <p className={`${numberLook} basis-full`}>会员号 {memberNo}</p>
        {kind && <p className="basis-full text-secondary">{kind}</p>}
      </div>
      <div className="mx-2 mb-2 rounded-input bg-surface px-4 pt-5 pb-4 text-center text-ink">
        {children}
      </div>
    </article>
  );
}
