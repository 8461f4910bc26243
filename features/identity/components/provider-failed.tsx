import { Notice } from '@/components/ui/notice';
import { type IdentityProvider, providerName } from '@/lib/auth/identity-providers';
import { providerFailures } from '../words';

interface ProviderFailedProps {
  failed: string | undefined;
  by: IdentityProvider | undefined;
}

/** What went wrong at a provider; nothing for a code that none of our redirects has. */
export function ProviderFailed({ failed, by }: ProviderFailedProps) {
  const words = failed && providerFailures[failed];
  if (!words) return null;
  return (
    <Notice tone="warning" live className="mb-4">
      {words(by ? providerName(by) : '')}。
    </Notice>
  );
}
