create text search template old_template (lexize = dsimple_lexize, init = dsimple_init);
create text search dictionary old_dictionary (template = old_template, accept = false);
create text search configuration old_words (parser = default);
alter text search configuration old_words add mapping for word with old_dictionary, simple;
create table t (a text);
create index t_a on t using gin (to_tsvector('old_words', a));
