create subscription kept connection 'host=nowhere.invalid password=secret dbname=d' publication p with (connect = false, slot_name = 's');
create subscription gone connection 'host=nowhere.invalid password=secret dbname=d' publication p with (connect = false, slot_name = 's2');
