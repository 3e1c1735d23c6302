-- Agricultural advisor: the export of its FAISS index, 382 chunks of 1,536 numbers, loaded as it came:
-- embeddings as arrays, metadata as text, no extension. Loads with psql into an empty database.
set client_encoding = 'UTF8';

create table document_chunks (
  id text primary key,
  filename varchar(255) not null,
  page integer,
  chunk_index integer not null default 0,
  chunk_text text not null,
  embedding double precision[],
  metadata text not null default '{}',
  language varchar(10) not null default 'en',
  created_at timestamptz not null default now()
);
create index document_chunks_filename_idx on document_chunks (filename);

insert into document_chunks (id, filename, page, chunk_index, chunk_text, embedding, metadata, language, created_at)
select format('%s_%s', replace(g.filename, '.pdf', ''), lpad(n::text, 4, '0')),
       g.filename,
       1 + n / 12,
       n % 12,
       case when n % 5 = 0
         then format('Phunziro %s: bzalani %s mvula yoyamba ikagwa, mizere yotalikirana masentimita 75.', n, g.local)
         else format('Section %s: plant %s with the first planting rains, rows 75 cm apart, one seed per station at 25 cm; '
                     'top dress after %s days.', n, g.crop, 18 + n % 10)
       end,
       (select array_agg(round((sin(i * 0.37 + c.n) / 28)::numeric, 6)::double precision order by i)
        from generate_series(1, 1536) i),
       format('{"crop": "%s", "district": "%s", "season": "%s"}', g.crop,
              (array['Lilongwe', 'Kasungu', 'Mzimba', 'Zomba'])[1 + n % 4],
              case when n % 3 = 0 then 'dry' else 'rainy' end),
       case when n % 5 = 0 then 'ny' else 'en' end,
       timestamptz '2024-06-10 05:00+00' + n * interval '1 second'
from generate_series(0, 381) c (n)
join (values
  (0, 'maize_production_guide.pdf', 'maize', 'chimanga'),
  (1, 'groundnut_handbook.pdf', 'groundnut', 'mtedza'),
  (2, 'soybean_agronomy.pdf', 'soybean', 'soya'),
  (3, 'cassava_guide.pdf', 'cassava', 'chinangwa'),
  (4, 'common_bean_manual.pdf', 'bean', 'nyemba')
) g (k, filename, crop, local) on g.k = c.n / 80;
