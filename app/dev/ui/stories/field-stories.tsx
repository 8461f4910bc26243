import { CodeField } from '@/components/forms/code-field';
import { FileField } from '@/components/forms/file-field';
import { RadioGroup } from '@/components/forms/radio-group';
import { TextField } from '@/components/forms/text-field';
import { Button } from '@/components/ui/button';
import { SearchBox } from '@/components/ui/search-box';
import { SeatMeter } from '@/features/offerings/components/seat-meter';
import { ErrorFields } from './error-fields';
import { RefusingForm } from './refusing-form';
import { Shelf, Story } from './story';

export function FieldStories() {
  return (
    <Shelf title="输入">
      <Story name="一张总是退回的表单：填的都还在">
        <RefusingForm />
      </Story>
      <Story name="出错：原因在输入框上面">
        <ErrorFields />
      </Story>
      <Story name="默认、只读、不能填">
        <div className="flex flex-col gap-6">
          <TextField name="s-site" label="单位名称" placeholder="如：江南大道站" />
          <TextField
            name="s-born"
            label="出生日期"
            readOnly
            defaultValue="1990年3月7日"
            below="由身份证号得出"
          />
          <TextField name="s-out" label="转出工会" disabled defaultValue="先选转入工会" />
          <CodeField
            name="s-code"
            below="6 位数字，5 分钟内有效。"
            beside={
              <Button variant="secondary" className="!px-3 !text-secondary">
                获取验证码
              </Button>
            }
          />
          <FileField name="s-file" label="就读证明" limits="最多 3 张，每张 10 MB" />
          <SearchBox label="搜活动、课程" to="/services" />
        </div>
      </Story>
      <Story name="单选卡片：选中、可候补、不能选">
        <RadioGroup
          name="s-class"
          label="选一个班"
          cards
          defaultValue="qiaoxu"
          options={[
            {
              value: 'qiaoxu',
              label: <b>桥圩镇班</b>,
              hint: '桥圩镇中心小学',
              content: <SeatMeter capacity={30} taken={24} />,
            },
            {
              value: 'batang',
              label: <b>八塘街道班</b>,
              hint: '八塘职工之家',
              content: <SeatMeter capacity={30} taken={27} />,
            },
            {
              value: 'jiangnan',
              label: <b>江南街道班</b>,
              hint: '江南一小',
              content: <SeatMeter capacity={30} taken={30} note="候补 2 人" />,
            },
            { value: 'self', label: '本人', hint: '这项服务只给孩子报名', disabled: true },
          ]}
        />
      </Story>
    </Shelf>
  );
}
