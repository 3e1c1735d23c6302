create subscription old connection 'host=nowhere.invalid dbname=d' publication p with (connect = false, slot_name = 'old');
comment on subscription old is 'kept';
