import { LinkButton } from '@/components/ui/link-button';

interface LinkProps {
  employerId: string;
  /** The founding that the employer takes part in now. */
  founding: string | null;
  status: string;
  mayPrepare: boolean;
}

/** From an employer to its founding, or to the beginning of one where there may be one. */
export function FoundingLink({ employerId, founding, status, mayPrepare }: LinkProps) {
  const mayBegin = mayPrepare && status !== 'founded' && status !== 'ended';
  if (!founding && !mayBegin) return null;
  return (
    <LinkButton
      href={founding ? `/desk/foundings/${founding}` : `/desk/foundings/new?employer=${employerId}`}
      variant="secondary"
      className="mt-4"
    >
      {founding ? '看建会到哪一步' : '开始建会'}
    </LinkButton>
  );
}
