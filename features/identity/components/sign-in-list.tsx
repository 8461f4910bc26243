import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { ButtonRow } from '@/components/ui/button-row';
import { CellList } from '@/components/ui/cell-list';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { Tag } from '@/components/ui/tag';
import {
  type IdentityProvider,
  identityProviders,
  providerName,
} from '@/lib/auth/identity-providers';
import { linkIdentityAction, unlinkIdentityAction } from '../actions';

interface SignInListProps {
  linked: Readonly<Record<IdentityProvider, boolean>>;
  /** What can be used in this browser. */
  offered: readonly IdentityProvider[];
}

/** Each other way in: linked and how to undo it, or how to link it. */
export function SignInList({ linked, offered }: SignInListProps) {
  const shown = identityProviders.filter(
    (provider) => linked[provider] || offered.includes(provider),
  );
  if (shown.length === 0) return <EmptyState title="没有可绑定的登录方式" />;
  return (
    <CellList>
      {shown.map((provider) => (
        <li key={provider} className="cell">
          <span className="min-w-0 flex-auto">
            {providerName(provider)} {linked[provider] && <Tag tone="success">已绑定</Tag>}
          </span>
          {linked[provider] ? (
            <Form
              action={unlinkIdentityAction}
              className="flex-none"
              aria-label={`解绑${providerName(provider)}`}
            >
              <input type="hidden" name="provider" value={provider} />
              <SubmitButton variant="danger" small block={false} pendingText="解绑中…">
                解绑
              </SubmitButton>
            </Form>
          ) : (
            <LinkButton href={`/api/auth/start/${provider}?as=link`} small block={false}>
              绑定
            </LinkButton>
          )}
        </li>
      ))}
    </CellList>
  );
}

interface ConfirmLinkProps {
  to: string;
  name: string;
  /** What the provider calls the person; may be empty. */
  displayName: string;
}

/** Nothing is linked by coming back alone: somebody else's account may be signed in there. */
export function ConfirmLink({ to, name, displayName }: ConfirmLinkProps) {
  return (
    <>
      <p className="mb-4">
        您刚才登录了{name}
        {displayName && `，账号名是“${displayName}”`}。是您本人的，才绑定。
      </p>
      <ButtonRow>
        <Form action={linkIdentityAction}>
          <input type="hidden" name="to" value={to} />
          <SubmitButton pendingText="绑定中…">是我的，绑定</SubmitButton>
        </Form>
        <LinkButton href="/me/sign-ins" variant="secondary">
          不绑定
        </LinkButton>
      </ButtonRow>
    </>
  );
}
