-- Its password is not declared: it stays, and the rest of its connection is compared.
do $$ begin create role golden_reader; exception when duplicate_object then null; end $$;
do $$ begin create role golden_writer; exception when duplicate_object then null; end $$;
do $$ begin create role golden_owner; exception when duplicate_object then null; end $$;
create subscription s connection 'host=nowhere.invalid password=secret dbname=d' publication p with (connect = false, slot_name = 's');
create subscription t connection 'host=nowhere.invalid password=secret dbname=d' publication p, q with (connect = false, slot_name = 's2');
create subscription left_alone connection 'host=nowhere.invalid' publication p with (connect = false, slot_name = none);
