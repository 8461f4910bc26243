-- Not sample data: a federation's own installation needs the dictionary as well (domain.md §1.3).
-- A change is a new version with its own dates; reports name the version they used.
insert into occupations (code, version, name, is_new_form, in_eight_groups, sort, valid_from) values
  ('courier', '2026-01', '快递员', true, true, 10, '2026-01-01'),
  ('food_delivery_rider', '2026-01', '外卖配送员', true, true, 20, '2026-01-01'),
  ('truck_driver', '2026-01', '货车司机', true, true, 30, '2026-01-01'),
  ('ride_hailing_driver', '2026-01', '网约车司机', true, false, 40, '2026-01-01'),
  ('designated_driver', '2026-01', '代驾司机', true, false, 50, '2026-01-01'),
  ('live_streamer', '2026-01', '网络主播', true, false, 60, '2026-01-01'),
  ('online_marketer', '2026-01', '互联网营销师', true, false, 70, '2026-01-01'),
  ('platform_housekeeper', '2026-01', '网约家政服务员', true, false, 80, '2026-01-01'),
  ('housekeeper', '2026-01', '家政服务员', false, true, 90, '2026-01-01'),
  ('care_worker', '2026-01', '护工护理员', false, true, 100, '2026-01-01'),
  ('estate_agent', '2026-01', '房产中介员', false, true, 110, '2026-01-01'),
  ('security_guard', '2026-01', '保安员', false, true, 120, '2026-01-01'),
  ('store_clerk', '2026-01', '商场信息员', false, true, 130, '2026-01-01'),
  ('factory_worker', '2026-01', '工厂工人', false, false, 140, '2026-01-01'),
  ('construction_worker', '2026-01', '建筑工人', false, false, 150, '2026-01-01'),
  ('sanitation_worker', '2026-01', '环卫工人', false, false, 160, '2026-01-01'),
  ('catering_worker', '2026-01', '餐饮服务员', false, false, 170, '2026-01-01'),
  ('bus_driver', '2026-01', '公交和客运司机', false, false, 180, '2026-01-01'),
  ('technician', '2026-01', '技术人员', false, false, 190, '2026-01-01'),
  ('office_clerk', '2026-01', '企业职员', false, false, 200, '2026-01-01'),
  ('teacher', '2026-01', '教师', false, false, 210, '2026-01-01'),
  ('medical_worker', '2026-01', '医务人员', false, false, 220, '2026-01-01'),
  ('public_servant', '2026-01', '机关事业单位人员', false, false, 230, '2026-01-01'),
  ('other', '2026-01', '其他职业', false, false, 240, '2026-01-01')
on conflict do nothing;
