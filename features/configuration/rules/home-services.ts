/** The eight services of the home page. What cannot be done here yet leads to a page that says so. */
export const homeServices = [
  { label: '入会转会', href: '/guide/join', icon: 'id-card' },
  { label: '托管班', href: '/services?kind=childcare', icon: 'backpack' },
  { label: '技能培训', href: '/services?kind=training', icon: 'wrench' },
  { label: '健康检查', href: '/services?kind=screening', icon: 'heart' },
  { label: '困难帮扶', href: '/help/aid', icon: 'umbrella' },
  { label: '金秋助学', href: '/help/study', icon: 'book' },
  { label: '维权求助', href: '/help/rights', icon: 'scales' },
  { label: '工会驿站', href: '/help/stations', icon: 'cup' },
] as const;
