create collation c (provider = icu, locale = 'en-US');
comment on collation c is 'german';
