import { Cell } from '@/components/ui/cell-list';
import { type IdentityProvider, providerName } from '@/lib/auth/identity-providers';

interface ProviderCellsProps {
  identityProviders: readonly IdentityProvider[];
  purpose: 'member' | 'staff';
  next: string | undefined;
}

/** The way to each provider whose account may open one here. */
export function ProviderCells({ identityProviders, purpose, next }: ProviderCellsProps) {
  return identityProviders.map((provider) => {
    const query = new URLSearchParams({ as: purpose, ...(next && { next }) });
    return (
      <Cell
        key={provider}
        icon={provider === 'wechat' ? 'message' : 'building'}
        title={`${providerName(provider)}登录`}
        href={`/api/auth/start/${provider}?${query}`}
      />
    );
  });
}
