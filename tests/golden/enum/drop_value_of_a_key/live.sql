create type lang as enum ('en', 'ar', 'xx');
create table langs (lang lang primary key, name text);
create table texts (lang lang references langs, n int, unique (lang, n));
insert into langs values ('en', 'English');
insert into texts values ('en', 1);
analyze langs, texts;
