import { OutsidePage } from './outside-page';

export const metadata = { title: '没有找到' };

export default function DeskNotFound() {
  return (
    <OutsidePage title="没有找到">
      内容不存在、已删除，或不在您的管理范围。从菜单重新找；确实要看的，请联系上级工会。
    </OutsidePage>
  );
}
