import { FieldStack } from '@/components/forms/field-stack';
import { Form } from '@/components/forms/form';
import { SelectField } from '@/components/forms/select-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { VersionField } from '@/components/forms/version-field';
import { LinkButton } from '@/components/ui/link-button';
import { OrganisationSelect } from '@/features/organisations/components/organisation-select';
import type { OrganisationChoice } from '@/features/organisations/queries/organisation-choices';
import { portal } from '@/lib/portal/portal';
import { addVenueAction, changeVenueAction } from '../actions';
import type { VenueRow } from '../queries/venues';

interface VenueFormProps {
  venue?: VenueRow;
  towns: readonly { id: string; shortName: string }[];
  keepers?: readonly OrganisationChoice[];
  stamp?: string;
}

/** Enters a place or changes one. */
export function VenueForm({ venue: v, towns, keepers = [], stamp }: VenueFormProps) {
  const { townWord } = portal();
  return (
    <Form
      action={v ? changeVenueAction : addVenueAction}
      idempotencyKey={stamp}
      className="max-w-form"
    >
      {v && <input type="hidden" name="venueId" value={v.id} />}
      {v && <VersionField version={v.version} />}
      <FieldStack>
        <TextField
          name="name"
          label="名称"
          maxLength={30}
          defaultValue={v?.name}
          hint="会员看到的就是它，如：工人文化宫。几楼几室在排场次时填"
        />
        <SelectField
          name="townId"
          label={`所在${townWord}`}
          placeholder={`不在这些${townWord}内`}
          defaultValue={v?.townId ?? ''}
          options={towns.map(({ id, shortName }) => ({ value: id, label: shortName }))}
        />
        <TextField
          name="address"
          label="地址"
          maxLength={100}
          defaultValue={v?.address}
          hint="路名和门牌号，会员照着找"
        />
        <TextField
          name="mapUrl"
          label="地图链接"
          optional
          type="url"
          defaultValue={v?.mapUrl ?? ''}
          hint="在高德、腾讯、百度地图里点“分享”，复制链接。不填就按名称搜"
        />
        <TextField
          name="capacity"
          label="能容纳多少人"
          optional
          inputMode="numeric"
          maxLength={6}
          defaultValue={v?.capacity?.toString() ?? ''}
          hint="填了，场次的名额就不能超过它"
        />
        {!v && <OrganisationSelect label="管理单位" hint="它和上级能修改" choices={keepers} />}
        <div className="flex flex-wrap gap-3">
          <SubmitButton block={false}>{v ? '保存' : '登记地点'}</SubmitButton>
          <LinkButton variant="secondary" href="/desk/venues">
            返回
          </LinkButton>
        </div>
      </FieldStack>
    </Form>
  );
}
