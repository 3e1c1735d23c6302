create table old (named int, renamed int constraint old_name not null, back_to_postgres int constraint odd not null,
  undeclared int constraint whatever not null, unchecked int, checked int, checked_undeclared int,
  dropped int constraint dropped not null, anew int not null);
alter table old add constraint checked not null checked not valid;
alter table old add constraint odd_one not null checked_undeclared not valid;
create table commented (changed int not null, gone int constraint gone_named not null, added int not null, forbidden int,
  allowed int not null, anew int not null, odd int constraint odd_commented not null);
comment on constraint commented_changed_not_null on commented is 'old';
comment on constraint gone_named on commented is 'to go';
comment on constraint commented_allowed_not_null on commented is 'goes along';
comment on constraint commented_anew_not_null on commented is 'kept';
comment on constraint odd_commented on commented is 'old';
create table base (named int constraint their_own not null, for_itself int constraint "For; itself" not null,
  for_all int constraint for_all not null no inherit);
create table child () inherits (base);
insert into base values (1, 1, 1);
insert into child values (1, 1, 1);
analyze;
