-- Plan for golden (PostgreSQL 15.20): 23 additive steps, 0 breaking
-- Run it with: psql --set ON_ERROR_STOP=1 --file …

SET lock_timeout = '3s';
SET search_path = public;

-- Additive

BEGIN;

-- + index public.stock.i_bloom
CREATE INDEX i_bloom ON public.stock USING bloom (n, name) WITH (length=80, col1=2);

-- + index public.stock.i_brin_bloom
CREATE INDEX i_brin_bloom ON public.stock USING brin (name text_bloom_ops (n_distinct_per_range = 100, false_positive_rate = 0.05));

-- + index public.stock.i_brin_incl
CREATE INDEX i_brin_incl ON public.stock USING brin (span range_inclusion_ops);

-- + index public.stock.i_brin_made
CREATE INDEX i_brin_made ON public.stock USING brin (made) WITH (pages_per_range=32, autosummarize=on);

-- + index public.stock.i_brin_multi
CREATE INDEX i_brin_multi ON public.stock USING brin (made timestamptz_minmax_multi_ops (values_per_range = 16), n);

-- + index public.stock.i_gin_data
CREATE INDEX i_gin_data ON public.stock USING gin (data);

-- + index public.stock.i_gin_doc
CREATE INDEX i_gin_doc ON public.stock USING gin (doc) WITH (gin_pending_list_limit=2048);

-- + index public.stock.i_gin_fts
CREATE INDEX i_gin_fts ON public.stock USING gin (to_tsvector('english', name));

-- + index public.stock.i_gin_mixed
CREATE INDEX i_gin_mixed ON public.stock USING gin (n, tags);

-- + index public.stock.i_gin_path
CREATE INDEX i_gin_path ON public.stock USING gin (data jsonb_path_ops) WITH (fastupdate=off);

-- + index public.stock.i_gin_tags
CREATE INDEX i_gin_tags ON public.stock USING gin (tags);

-- + index public.stock.i_gin_trgm
CREATE INDEX i_gin_trgm ON public.stock USING gin (name gin_trgm_ops);

-- + index public.stock.i_gist_doc
CREATE INDEX i_gist_doc ON public.stock USING gist (doc tsvector_ops (siglen = 200));

-- + index public.stock.i_gist_inet
CREATE INDEX i_gist_inet ON public.stock USING gist (addr inet_ops) INCLUDE (n);

-- + index public.stock.i_gist_nums
CREATE INDEX i_gist_nums ON public.stock USING gist (nums gist__int_ops (numranges = 150));

-- + index public.stock.i_gist_path
CREATE INDEX i_gist_path ON public.stock USING gist (path gist_ltree_ops (siglen = 100));

-- + index public.stock.i_gist_spot
CREATE INDEX i_gist_spot ON public.stock USING gist (spot, span) WHERE n > 0;

-- + index public.stock.i_gist_trgm
CREATE INDEX i_gist_trgm ON public.stock USING gist (name gist_trgm_ops (siglen = 32)) WITH (buffering=on);

-- + index public.stock.i_hash
CREATE INDEX i_hash ON public.stock USING hash (name) WITH (fillfactor=70);

-- + index public.stock.i_sp_area
CREATE INDEX i_sp_area ON public.stock USING spgist (area) INCLUDE (name);

-- + index public.stock.i_sp_inet
CREATE INDEX i_sp_inet ON public.stock USING spgist (addr) WITH (fillfactor=80);

-- + index public.stock.i_sp_name
CREATE INDEX i_sp_name ON public.stock USING spgist (name);

-- + index public.stock.i_sp_spot
CREATE INDEX i_sp_spot ON public.stock USING spgist (spot kd_point_ops);

COMMIT;
