import { Form } from '@/components/forms/form';
import { PhoneField } from '@/components/forms/phone-field';
import { SelectField } from '@/components/forms/select-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { Section } from '@/components/ui/card';
import { Cell, CellList } from '@/components/ui/cell-list';
import { Disclosures, foldOf } from '@/components/ui/disclosure';
import {
  changeChildAction,
  endInvitationAction,
  inviteGuardianAction,
  removeChildAction,
} from '../actions';
import type { FamilyChild } from '../queries/children';
import { entryYearOptions } from '../rules/entry-years';
import { relationLabels } from '../schema/family';

/** School and grade; a wrong name or document is another page's. */
export function SchoolForm({ child, today }: { child: FamilyChild; today: string }) {
  return (
    <Form action={changeChildAction} aria-label="学校和年级" className="flex flex-col gap-4">
      <input type="hidden" name="childId" value={child.id} />
      <input type="hidden" name="version" value={child.version} />
      <SelectField
        name="schoolEntryYear"
        label="年级"
        options={entryYearOptions(today)}
        defaultValue={String(child.schoolEntryYear)}
      />
      <TextField
        name="school"
        label="学校"
        optional
        defaultValue={child.school ?? ''}
        maxLength={40}
      />
      <SubmitButton variant="secondary">保存修改</SubmitButton>
    </Form>
  );
}

function TakeBack({ invitationId }: { invitationId: string }) {
  return (
    <Form action={endInvitationAction} aria-label="撤回邀请">
      <input type="hidden" name="invitationId" value={invitationId} />
      <SubmitButton variant="text" small block={false} pendingText="撤回中…">
        撤回
      </SubmitButton>
    </Form>
  );
}

/** Who else looks after the child; at most one more, invited by phone. */
export function Guardians({ child }: { child: FamilyChild }) {
  const [other] = child.others;
  return (
    <Section title="监护人">
      <CellList>
        <Cell title="您" value={child.relation ? relationLabels[child.relation] : ''} />
        {child.others.map((one) => (
          <Cell
            key={one.id}
            title={one.status === 'confirmed' ? '另一位监护人' : `尾号 ${one.phoneTail}`}
            sub={one.status === 'invited' ? '已发短信，等对方登录确认' : undefined}
            value={
              one.status === 'confirmed' ? (
                one.relation && relationLabels[one.relation]
              ) : (
                <TakeBack invitationId={one.id} />
              )
            }
          />
        ))}
      </CellList>
      {!other && (
        <div className="mt-3">
          <Disclosures>
            <Form
              fold={foldOf('邀请另一位监护人')}
              action={inviteGuardianAction}
              aria-label="邀请监护人"
              className="flex flex-col gap-4"
            >
              <input type="hidden" name="childId" value={child.id} />
              <PhoneField
                name="phone"
                label="对方手机号"
                hint="对方用这个号码登录后确认，就能一起报名、取消和查看"
              />
              <SubmitButton variant="secondary">发送邀请</SubmitButton>
            </Form>
          </Disclosures>
        </div>
      )}
    </Section>
  );
}

/** Taking the child out of one's family, behind a fold and with what it means. */
export function RemoveChild({ child }: { child: FamilyChild }) {
  const shared = child.others.some((one) => one.status === 'confirmed');
  return (
    <Section title="移除">
      <Disclosures>
        <Form
          action={removeChildAction}
          aria-label="移除孩子"
          fold={foldOf(`把${child.name}移出我的家庭`)}
        >
          <p className="mb-3">
            {shared
              ? '另一位监护人仍能看到和报名，您将不再看到。'
              : '孩子的资料将停用，之后要报名需重新添加。有未结束的预约要先取消。'}
          </p>
          <input type="hidden" name="childId" value={child.id} />
          <SubmitButton variant="danger" pendingText="移除中…">
            确认移除
          </SubmitButton>
        </Form>
      </Disclosures>
    </Section>
  );
}
