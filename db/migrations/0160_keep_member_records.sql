-- 登记表: the national fields beside the 会籍, each optional (domain.md §1.2). Codes of GB/T 3304 (民族), GB/T 4658
-- (学历) and GB/T 4762 (政治面貌); a word that goes out of use gets a last day, a new one a first.
create table record_dictionary (
  field text not null,
  code text not null,
  name text not null,
  sort smallint not null,
  valid_from date not null,
  valid_to date,
  constraint record_dictionary_field_code_valid_from_pk primary key (field, code, valid_from)
);
--> statement-breakpoint
revoke insert, update, delete on record_dictionary from lianxin_app;
--> statement-breakpoint
insert into record_dictionary (field, code, name, sort, valid_from) values
  ('ethnicity', '01', '汉族', 1, '2000-01-01'),
  ('ethnicity', '02', '蒙古族', 2, '2000-01-01'),
  ('ethnicity', '03', '回族', 3, '2000-01-01'),
  ('ethnicity', '04', '藏族', 4, '2000-01-01'),
  ('ethnicity', '05', '维吾尔族', 5, '2000-01-01'),
  ('ethnicity', '06', '苗族', 6, '2000-01-01'),
  ('ethnicity', '07', '彝族', 7, '2000-01-01'),
  ('ethnicity', '08', '壮族', 8, '2000-01-01'),
  ('ethnicity', '09', '布依族', 9, '2000-01-01'),
  ('ethnicity', '10', '朝鲜族', 10, '2000-01-01'),
  ('ethnicity', '11', '满族', 11, '2000-01-01'),
  ('ethnicity', '12', '侗族', 12, '2000-01-01'),
  ('ethnicity', '13', '瑶族', 13, '2000-01-01'),
  ('ethnicity', '14', '白族', 14, '2000-01-01'),
  ('ethnicity', '15', '土家族', 15, '2000-01-01'),
  ('ethnicity', '16', '哈尼族', 16, '2000-01-01'),
  ('ethnicity', '17', '哈萨克族', 17, '2000-01-01'),
  ('ethnicity', '18', '傣族', 18, '2000-01-01'),
  ('ethnicity', '19', '黎族', 19, '2000-01-01'),
  ('ethnicity', '20', '傈僳族', 20, '2000-01-01'),
  ('ethnicity', '21', '佤族', 21, '2000-01-01'),
  ('ethnicity', '22', '畲族', 22, '2000-01-01'),
  ('ethnicity', '23', '高山族', 23, '2000-01-01'),
  ('ethnicity', '24', '拉祜族', 24, '2000-01-01'),
  ('ethnicity', '25', '水族', 25, '2000-01-01'),
  ('ethnicity', '26', '东乡族', 26, '2000-01-01'),
  ('ethnicity', '27', '纳西族', 27, '2000-01-01'),
  ('ethnicity', '28', '景颇族', 28, '2000-01-01'),
  ('ethnicity', '29', '柯尔克孜族', 29, '2000-01-01'),
  ('ethnicity', '30', '土族', 30, '2000-01-01'),
  ('ethnicity', '31', '达斡尔族', 31, '2000-01-01'),
  ('ethnicity', '32', '仫佬族', 32, '2000-01-01'),
  ('ethnicity', '33', '羌族', 33, '2000-01-01'),
  ('ethnicity', '34', '布朗族', 34, '2000-01-01'),
  ('ethnicity', '35', '撒拉族', 35, '2000-01-01'),
  ('ethnicity', '36', '毛南族', 36, '2000-01-01'),
  ('ethnicity', '37', '仡佬族', 37, '2000-01-01'),
  ('ethnicity', '38', '锡伯族', 38, '2000-01-01'),
  ('ethnicity', '39', '阿昌族', 39, '2000-01-01'),
  ('ethnicity', '40', '普米族', 40, '2000-01-01'),
  ('ethnicity', '41', '塔吉克族', 41, '2000-01-01'),
  ('ethnicity', '42', '怒族', 42, '2000-01-01'),
  ('ethnicity', '43', '乌孜别克族', 43, '2000-01-01'),
  ('ethnicity', '44', '俄罗斯族', 44, '2000-01-01'),
  ('ethnicity', '45', '鄂温克族', 45, '2000-01-01'),
  ('ethnicity', '46', '德昂族', 46, '2000-01-01'),
  ('ethnicity', '47', '保安族', 47, '2000-01-01'),
  ('ethnicity', '48', '裕固族', 48, '2000-01-01'),
  ('ethnicity', '49', '京族', 49, '2000-01-01'),
  ('ethnicity', '50', '塔塔尔族', 50, '2000-01-01'),
  ('ethnicity', '51', '独龙族', 51, '2000-01-01'),
  ('ethnicity', '52', '鄂伦春族', 52, '2000-01-01'),
  ('ethnicity', '53', '赫哲族', 53, '2000-01-01'),
  ('ethnicity', '54', '门巴族', 54, '2000-01-01'),
  ('ethnicity', '55', '珞巴族', 55, '2000-01-01'),
  ('ethnicity', '56', '基诺族', 56, '2000-01-01'),
  ('education', '11', '博士', 1, '2000-01-01'),
  ('education', '14', '硕士', 2, '2000-01-01'),
  ('education', '21', '本科', 3, '2000-01-01'),
  ('education', '31', '大专', 4, '2000-01-01'),
  ('education', '41', '中专', 5, '2000-01-01'),
  ('education', '61', '高中', 6, '2000-01-01'),
  ('education', '71', '初中', 7, '2000-01-01'),
  ('education', '81', '小学及以下', 8, '2000-01-01'),
  ('political', '01', '中共党员', 1, '2000-01-01'),
  ('political', '02', '中共预备党员', 2, '2000-01-01'),
  ('political', '03', '共青团员', 3, '2000-01-01'),
  ('political', '04', '民革党员', 4, '2000-01-01'),
  ('political', '05', '民盟盟员', 5, '2000-01-01'),
  ('political', '06', '民建会员', 6, '2000-01-01'),
  ('political', '07', '民进会员', 7, '2000-01-01'),
  ('political', '08', '农工党党员', 8, '2000-01-01'),
  ('political', '09', '致公党党员', 9, '2000-01-01'),
  ('political', '10', '九三学社社员', 10, '2000-01-01'),
  ('political', '11', '台盟盟员', 11, '2000-01-01'),
  ('political', '12', '无党派人士', 12, '2000-01-01'),
  ('political', '13', '群众', 13, '2000-01-01'),
  ('skill', '0', '无', 1, '2000-01-01'),
  ('skill', '5', '五级（初级）', 2, '2000-01-01'),
  ('skill', '4', '四级（中级）', 3, '2000-01-01'),
  ('skill', '3', '三级（高级）', 4, '2000-01-01'),
  ('skill', '2', '二级（技师）', 5, '2000-01-01'),
  ('skill', '1', '一级（高级技师）', 6, '2000-01-01'),
  ('work_state', '1', '在岗', 1, '2000-01-01'),
  ('work_state', '2', '待（下）岗', 2, '2000-01-01'),
  ('work_state', '3', '失业', 3, '2000-01-01'),
  ('work_state', '4', '退休', 4, '2000-01-01'),
  ('work_state', '5', '退职', 5, '2000-01-01'),
  ('work_state', '6', '退养（内退）', 6, '2000-01-01'),
  ('work_state', '7', '病休', 7, '2000-01-01'),
  ('work_state', '8', '其他', 8, '2000-01-01'),
  ('household_kind', '1', '农业', 1, '2000-01-01'),
  ('household_kind', '2', '非农业', 2, '2000-01-01'),
  ('rural_worker', '1', '是', 1, '2000-01-01'),
  ('rural_worker', '0', '否', 2, '2000-01-01');
--> statement-breakpoint
create table record_answers (
  id uuid primary key not null,
  person_id uuid not null references people(id),
  field text not null,
  value_sealed text,
  source text not null,
  recorded_by uuid references accounts(id),
  recorded_at timestamp with time zone not null
);
--> statement-breakpoint
create unique index record_answers_person_idx on record_answers (person_id, field);
--> statement-breakpoint
alter table record_answers enable row level security;
--> statement-breakpoint
alter table record_answers force row level security;
--> statement-breakpoint
create policy record_answers_seen on record_answers
  using ((select app_system()) or person_id = (select app_person())
    or exists (select 1 from people p where p.id = person_id and p.union_id in
      (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[]))))
  with check ((select app_system()) or person_id = (select app_person())
    or exists (select 1 from people p where p.id = person_id and p.union_id in
      (select descendant_id from organisation_closure where ancestor_id = any ((select app_grants())::uuid[]))));
--> statement-breakpoint
-- What a merge of two people does with it: an answer that both gave stays where it is.
insert into merge_keys (kind, table_name, column_name, rule, label, made_column) values
  ('person', 'record_answers', 'person_id', 'move', '登记表', null),
  ('account', 'record_answers', 'recorded_by', 'stay', null, null);
