create text search dictionary d (template = snowball, language = english, stopwords = english);
create text search dictionary other (template = snowball, language = english);
create text search dictionary old_name (template = simple);
comment on text search dictionary other is 'goes';
create text search configuration c (parser = default);
alter text search configuration c add mapping for asciiword with d;
alter text search configuration c add mapping for host, email with simple;
alter text search configuration c add mapping for word with old_name;
