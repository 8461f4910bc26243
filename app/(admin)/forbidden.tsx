import { OutsidePage } from './outside-page';

export const metadata = { title: '没有权限' };

export default function DeskForbidden() {
  return (
    <OutsidePage title="您的角色不办这一项">
      请从菜单选能办的；需要这项权限，请系统管理员授予。刚换了岗位的，退出后重新登录。
    </OutsidePage>
  );
}
