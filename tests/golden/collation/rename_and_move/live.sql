create schema app;
create collation c (provider = icu, locale = 'de-DE');
create table app.t (a text collate c);
