import type { NavItem } from '@/components/layout/tab-bar';
import type { Service } from '@/components/ui/service-grid';

// Invented people, numbers and places, as in every picture of the product.
export const places: readonly NavItem[] = [
  { label: '首页', href: '/', icon: 'home' },
  { label: '预约', href: '/services', icon: 'calendar' },
  { label: '办事', href: '/affairs', icon: 'clipboard' },
  { label: '我的', href: '/me', icon: 'user', count: 2 },
];

export const services: readonly Service[] = [
  { label: '入会转会', href: '/guide/join', icon: 'id-card' },
  { label: '托管班', href: '/services?kind=childcare', icon: 'backpack' },
  { label: '技能培训', href: '/services?kind=training', icon: 'wrench' },
  { label: '健康检查', href: '/services?kind=screening', icon: 'heart' },
  { label: '困难帮扶', href: '/affairs?aid', icon: 'umbrella' },
  { label: '金秋助学', href: '/affairs?study', icon: 'book' },
  { label: '维权求助', href: '/affairs?rights', icon: 'scales' },
  { label: '工会驿站', href: '/affairs?venues', icon: 'cup' },
];

export const rolls = [
  { no: '0004', child: '黄**　三年级', papers: '齐全', status: 'booked' },
  { no: '0023', child: '陆**　四年级', papers: '缺双职工证明', status: 'sent_back' },
  { no: '0131', child: '谢**　二年级', papers: '', status: 'cancelled' },
] as const;

export const towns = [
  { label: '江南街道', href: '/desk/members?town=1', parts: [86, 71] },
  { label: '桥圩镇', href: '/desk/members?town=2', parts: [52, 38] },
  { label: '八塘街道', href: '/desk/members?town=3', parts: [44, 29] },
];

const lastYear = [58, 36, 92, 104, 88, 81];
export const months = [62, 41, 118, 97, 126, 71].map((value, at) => ({
  label: `${at + 1}月`,
  value,
  before: lastYear[at],
}));

export const cases = [
  {
    id: '1',
    href: '?case=1',
    title: '黄** 收纳师初级班',
    sub: '技能培训，6月3日 09:00，YY26-0603-0000018',
    waiting: true,
    status: '申诉待答复',
    since: '6月5日 21:14',
  },
  {
    id: '2',
    href: '?case=2',
    title: '阿卜杜拉·买买提** 骑手安全课：雨天怎么骑，夜里怎么看',
    sub: '技能培训，6月1日 19:30，YY26-0601-0000007',
    waiting: false,
    status: '申诉成立，不计爽约',
    since: '6月2日 08:40',
  },
];
