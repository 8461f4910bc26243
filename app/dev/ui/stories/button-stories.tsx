import { SubmitButton } from '@/components/forms/submit-button';
import { TextLink } from '@/components/ui/app-link';
import { Button } from '@/components/ui/button';
import { ButtonRow } from '@/components/ui/button-row';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { Shelf, Story } from './story';

export function ButtonStories() {
  return (
    <Shelf title="按钮">
      <Story name="主要、提交中">
        <div className="flex flex-col gap-2">
          <Button block>提交申请</Button>
          <Button block busy>
            提交中…
          </Button>
          <SubmitButton>保存并继续</SubmitButton>
        </div>
      </Story>
      <Story name="悬停或按下、键盘聚焦（画出来的）">
        <div className="flex flex-col gap-3">
          <Button block className="!bg-brand-800">
            按下
          </Button>
          <Button block className="outline-3 outline-offset-2 outline-ink">
            聚焦
          </Button>
          <Button block variant="secondary" className="!bg-sunken">
            悬停
          </Button>
          <p>
            <TextLink href="/guide/join" className="bg-focus !text-ink outline-3 outline-ink">
              聚焦的链接
            </TextLink>
          </p>
        </div>
      </Story>
      <Story name="不能点，说明原因">
        <Button block disabledReason="6月25日（周四）10:00 开放。">
          立即报名
        </Button>
      </Story>
      <Story name="次要、危险（只描边）、文字">
        <div className="flex flex-col items-start gap-2">
          <LinkButton href="tel:10086" variant="secondary" block icon={<Icon name="phone" />}>
            打电话问
          </LinkButton>
          <Button variant="danger" block>
            撤回报名
          </Button>
          <Button variant="text">用密码登录</Button>
          <p>
            一句话里的<TextLink href="/guide/join">文字链接</TextLink>，键盘聚焦时填黄。
          </p>
        </div>
      </Story>
      <Story name="两个一排，放不下就换行">
        <ButtonRow>
          <Button variant="secondary">打电话问</Button>
          <Button variant="danger">撤回报名</Button>
        </ButtonRow>
      </Story>
    </Shelf>
  );
}
