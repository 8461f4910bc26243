-- What a merge does with a 人群: who made it stays who made it (domain.md §2.4).
insert into merge_keys (kind, table_name, column_name, rule, label, made_column) values
  ('account', 'segments', 'created_by', 'stay', null, null);
