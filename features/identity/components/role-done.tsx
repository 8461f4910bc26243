import { Notice } from '@/components/ui/notice';
import { accountChanges } from '../schema/ways-on';

const isChange = (done: string): done is keyof typeof accountChanges => done in accountChanges;

/** That it worked, after a role or an account was changed. */
export function RoleDone({ done }: { done: string | undefined }) {
  if (!done || !isChange(done)) return null;
  return (
    <Notice tone="success" live className="mb-4">
      {accountChanges[done]}
    </Notice>
  );
}
