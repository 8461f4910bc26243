-- 入会 as 预备 is no new member yet (domain.md §3.11): the line says so itself, since the 会籍 may end before it is 转正.
alter table membership_changes add column provisional boolean not null default false;
