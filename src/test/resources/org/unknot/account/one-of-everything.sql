-- One row about :person in every table that holds such rows; PersonalRowsTests says which one is missing here.
insert into account.person (id, created_at, last_seen_on) values (:person, now(), current_date);
insert into account.account (person_id, opened_at, name, email) values (:person, now(), 'Robin Example', :person || '@example.org');
insert into account.adopted (former_id, person_id, at) values (gen_random_uuid(), :person, now());
insert into account.invitation (id, roles, email, made_at, expires_at, accepted_at, accepted_by)
    values (gen_random_uuid(), '{AUDITOR}', :person || '@example.org', now(), now() + interval '7 days', now(), :person);
insert into account.http_session
    (primary_id, session_id, creation_time, last_access_time, max_inactive_interval, expiry_time, principal_name)
    values (:script, :script, 1000, 2000, 3000, 9000000000000, :person);
insert into account.role_given (id, person_id, role, given_at) values (gen_random_uuid(), :person, 'AUDITOR', now());
insert into account.person (id, created_at, last_seen_on) values (:other, now(), current_date);
insert into account.account (person_id, opened_at) values (:other, now());
insert into account.relationship (id, person_id, other_id, kind, added_at, added_by)
    values (gen_random_uuid(), :person, :other, 'CARER', now(), :person);
insert into account.carer_link (id, person_id, kind, token_hash, made_at, until)
    values (gen_random_uuid(), :person, 'CARER', sha256(:person::text::bytea), now(), now() + interval '7 days');
insert into account.consent (id, person_id, about, channel, version, given_at, given_by)
    values (gen_random_uuid(), :person, 'CLINIC_SEES_RECORD', 'NONE', 1, now(), :person);
insert into account.age_told (id, person_id, told_at, told_by) values (gen_random_uuid(), :person, now(), :person);
insert into account.broken_glass (id, person_id, by_id, reason, at, until)
    values (gen_random_uuid(), :person, gen_random_uuid(), 'called from the ward', now(), now() + interval '1 hour');
insert into account.shared_plan (id, person_id, episode_id, hash, made_at, expires_at)
    values (gen_random_uuid(), :person, :episode, sha256(:person::text::bytea), now(), now() + interval '1 day');
insert into account.device_link (hash, person_id, made_at, expires_at)
    values (sha256(:script::text::bytea), :person, now(), now() + interval '10 minutes');

insert into account.letter (id, kind, email, words, person_id, next, wanted_at, due_at)
    values (gen_random_uuid(), 'ADDRESS', :person || '@example.org', '{}', :person, '/account', now(), now() + interval '1 day');
insert into account.link (hash, kind, email, person_id, next, expires_at)
    values (sha256(('link' || :script::text)::bytea), 'ADDRESS', :person || '@example.org', :person, '/account', now() + interval '15 minutes');
insert into account.passkey_holder (person_id, handle) values (:person, sha256(:person::text::bytea));
insert into account.passkey (id, credential_id, person_id, public_key, signature_count, user_verified, transports, backup_eligible,
    backed_up, attestation, client_data, device, made_at, last_used_at)
    values (gen_random_uuid(), sha256(:person::text::bytea), :person, 'k', 0, true, 'internal', true, true, 'a', 'c', 'Chrome, Android', now(), now());
insert into account.ceremony (id, kind, challenge, person_id, expires_at)
    values (gen_random_uuid(), 'MAKE', 'c', :person, now() + interval '5 minutes');
insert into account.password (person_id, hash, set_at) values (:person, 'h', now());
insert into account.recovery_code (hash, person_id, made_at) values (sha256(('code' || :script::text)::bytea), :person, now());

insert into triage.run (id, person_id, at, checked_at, age, answers, level, cleared_for, rules_revision)
    values (gen_random_uuid(), :person, now(), now(), 40, '{"fever": "no"}', 'SELF_CARE', '{EASE}', 'r1');

insert into program.episode (id, person_id, day0, opened_at) values (:episode, :person, current_date, now());
insert into program.closing (id, person_id, episode_id, at) values (gen_random_uuid(), :person, :episode, now());
insert into program.report (record_id, person_id, episode_id, at) values (:record, :person, :episode, now());
insert into program.outcome (record_id, exercise, outcome) values (:record, 'knee-to-chest', 'done');
insert into program.direction_lock (id, person_id, episode_id, direction, record_id, at)
    values (gen_random_uuid(), :person, :episode, 'FLEXION', :record, now());
insert into program.pain_note (id, person_id, episode_id, at, pain, source)
    values (gen_random_uuid(), :person, :episode, now(), 4, 'plan');
insert into program.choice (id, person_id, episode_id, item, choice, at)
    values (gen_random_uuid(), :person, :episode, 'walk', 'REFUSE', now());
insert into program.avoidance (id, person_id, author_id, exercise, reason, at)
    values (gen_random_uuid(), :person, gen_random_uuid(), 'press-up', 'not yet', now());
insert into program.doing (id, person_id, item, at, lasted_seconds) values (gen_random_uuid(), :person, 'quiet', now(), 600);

insert into session.script (id, person_id, made_at, revision, body) values (:script, :person, now(), 'r1', '{}');
insert into session.record (id, person_id, script_id, received_at, started_at, stale, forbidden, body)
    values (:record, :person, :script, now(), now(), false, '{}', '{}');
insert into session.quiet (id, person_id, received_at, started_at, day, kind, seconds)
    values (gen_random_uuid(), :person, now(), now(), current_date, 'bath', 600);

insert into heat.course (id, person_id, way, minutes, answers, received_at, started_at, rests_until, flags, late)
    values (gen_random_uuid(), :person, 'pack', 15, '{}', now(), now(), now() + interval '75 minutes', '{}', false);
