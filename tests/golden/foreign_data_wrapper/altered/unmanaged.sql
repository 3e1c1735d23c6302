create foreign data wrapper left_alone;
