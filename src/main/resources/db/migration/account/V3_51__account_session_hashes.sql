-- The id of a session is from now on the hash of a secret that only the browser has. Ids from before are in backups, in clear:
-- whoever was signed in signs in once more.
delete from account.http_session;
alter table account.http_session alter column session_id type char(64);
