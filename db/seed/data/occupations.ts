import type { Trade } from './unions';

export const OCCUPATIONS_VERSION = '2026-01';

/** Code, name, 新就业形态, 八大群体 (domain.md §1.3: two different lists). */
export const occupationRows: readonly (readonly [string, string, boolean, boolean])[] = [
  ['courier', '快递员', true, true],
  ['food_delivery_rider', '外卖配送员', true, true],
  ['truck_driver', '货车司机', true, true],
  ['ride_hailing_driver', '网约车司机', true, false],
  ['designated_driver', '代驾司机', true, false],
  ['live_streamer', '网络主播', true, false],
  ['online_marketer', '互联网营销师', true, false],
  ['platform_housekeeper', '网约家政服务员', true, false],
  ['housekeeper', '家政服务员', false, true],
  ['care_worker', '护工护理员', false, true],
  ['estate_agent', '房产中介员', false, true],
  ['security_guard', '保安员', false, true],
  ['store_clerk', '商场信息员', false, true],
  ['factory_worker', '工厂工人', false, false],
  ['construction_worker', '建筑工人', false, false],
  ['sanitation_worker', '环卫工人', false, false],
  ['catering_worker', '餐饮服务员', false, false],
  ['bus_driver', '公交和客运司机', false, false],
  ['technician', '技术人员', false, false],
  ['office_clerk', '企业职员', false, false],
  ['teacher', '教师', false, false],
  ['medical_worker', '医务人员', false, false],
  ['public_servant', '机关事业单位人员', false, false],
  ['other', '其他职业', false, false],
];

/** Occupations of the members of each kind of union, with weights. */
export const occupationsOf: Record<Trade, readonly (readonly [string, number])[]> = {
  platform: [
    ['food_delivery_rider', 6],
    ['courier', 3],
    ['ride_hailing_driver', 2],
    ['designated_driver', 1],
    ['live_streamer', 1],
    ['platform_housekeeper', 1],
  ],
  express: [
    ['courier', 8],
    ['food_delivery_rider', 1],
    ['office_clerk', 1],
  ],
  freight: [
    ['truck_driver', 8],
    ['technician', 1],
    ['office_clerk', 1],
  ],
  ride: [
    ['ride_hailing_driver', 8],
    ['designated_driver', 2],
  ],
  home: [
    ['housekeeper', 5],
    ['care_worker', 3],
    ['platform_housekeeper', 2],
  ],
  factory: [
    ['factory_worker', 8],
    ['technician', 2],
    ['office_clerk', 1],
    ['security_guard', 1],
  ],
  building: [
    ['construction_worker', 6],
    ['truck_driver', 2],
    ['factory_worker', 2],
  ],
  shop: [
    ['store_clerk', 4],
    ['catering_worker', 4],
    ['estate_agent', 2],
    ['online_marketer', 1],
  ],
  street: [
    ['security_guard', 5],
    ['sanitation_worker', 5],
  ],
  health: [
    ['medical_worker', 8],
    ['care_worker', 2],
  ],
  school: [
    ['teacher', 9],
    ['security_guard', 1],
  ],
  office: [
    ['public_servant', 8],
    ['office_clerk', 2],
  ],
  mixed: [
    ['factory_worker', 3],
    ['catering_worker', 2],
    ['construction_worker', 2],
    ['food_delivery_rider', 2],
    ['truck_driver', 1],
    ['bus_driver', 1],
    ['other', 2],
  ],
};
