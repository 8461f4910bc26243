import { DateField } from '@/components/forms/date-field';
import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import { SelectField } from '@/components/forms/select-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { SearchBox } from '@/components/ui/search-box';
import { kindLabels } from '@/features/organisations/rules/kinds';
import { grantRoleAction } from '../actions';
import type { RolePlace } from '../queries/roles';
import { roleDuties, roleKeys, roleLabels } from '../rules/role-labels';

interface GrantFormProps {
  accountId: string;
  places: readonly RolePlace[];
  search: string;
  isNameless: boolean;
}

/** Every role with what it lets do, for a choice. */
export const roleOptions = roleKeys.map((role) => ({
  value: role,
  label: `${roleLabels[role]}（${roleDuties[role]}）`,
}));

/** Organisations for a choice, by their kind. */
export function placeOptions(places: readonly RolePlace[]) {
  const kinds = [...new Set(places.map((place) => place.kind))];
  return kinds.map((kind) => ({
    group: kindLabels[kind],
    options: places
      .filter((place) => place.kind === kind)
      .map((place) => ({ value: place.id, label: place.name })),
  }));
}

/** Which role, where, and why; it counts at that organisation and below. */
export function GrantForm({ accountId, places, search, isNameless }: GrantFormProps) {
  return (
    <>
      <SearchBox
        label="按名称筛选组织"
        to="/desk/roles"
        keep={{ account: accountId }}
        words={search}
        className="mb-4 max-w-[24em]"
      />
      <Form action={grantRoleAction}>
        <FieldStack>
          <input type="hidden" name="accountId" value={accountId} />
          {isNameless && (
            <TextField
              name="name"
              label="本人姓名"
              hint="还没入会，账号没有姓名。角色表和日志里都用它"
              maxLength={30}
            />
          )}
          <SelectField name="role" label="角色" options={roleOptions} placeholder="请选择" />
          <SelectField
            name="organisationId"
            label="在哪个组织"
            hint="在该组织和它下面的组织都有效"
            options={placeOptions(places)}
            placeholder="请选择"
          />
          <DateField
            name="endsOn"
            label="任期到哪天"
            optional
            hint="到期自动收回；不填就一直有效"
          />
          <TextField name="reason" label="授予原因" hint="如：换届当选、调岗" maxLength={100} />
          <SubmitButton block={false} pendingText="授予中…">
            授予，马上生效
          </SubmitButton>
        </FieldStack>
      </Form>
    </>
  );
}
