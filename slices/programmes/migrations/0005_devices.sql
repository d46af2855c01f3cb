-- From when on the participant's devices have a key for what they cannot send. Not which devices: that is known to nobody.
CREATE TABLE enrolment_device (
    id BLOB NOT NULL PRIMARY KEY,
    enrolment BLOB NOT NULL,
    device_since INTEGER NOT NULL
);
CREATE UNIQUE INDEX enrolment_device_enrolment ON enrolment_device (enrolment);
