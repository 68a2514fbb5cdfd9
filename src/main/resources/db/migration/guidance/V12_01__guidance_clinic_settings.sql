-- The settings of the clinic as its owner set them: the last row holds, those before it are the history.
create schema guidance;

create table guidance.clinic_settings (
    id uuid primary key,
    at timestamptz not null,
    set_by uuid not null,
    settings jsonb not null check (jsonb_typeof(settings) = 'object')
);
create index clinic_settings_at on guidance.clinic_settings (at desc);
