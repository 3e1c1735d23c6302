alter subscription s connection 'host=nowhere.invalid password=secret dbname=d';
create subscription left_alone connection 'host=nowhere.invalid' publication p with (connect = false, slot_name = none);
