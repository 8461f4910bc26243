import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';

/** The ways into the register: a list of many, or one by hand. */
export function EnterTools({ mayImport }: { mayImport: boolean }) {
  return (
    <>
      {mayImport && (
        <LinkButton
          href="/desk/imports?book=employers"
          variant="secondary"
          small
          icon={<Icon name="upload" />}
        >
          导入名单
        </LinkButton>
      )}
      <LinkButton href="/desk/register/new" variant="secondary" small icon={<Icon name="plus" />}>
        登记企业
      </LinkButton>
    </>
  );
}
