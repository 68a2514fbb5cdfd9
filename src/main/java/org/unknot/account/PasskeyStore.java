package org.unknot.account;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Repository;
import org.unknot.shared.PersonId;

/** Passkeys, in the shape that Spring Security's ceremonies ask for, and in the one that their owner sees. */
@Repository
class PasskeyStore implements UserCredentialRepository {

    private static final String COLUMNS = """
            select p.credential_id, h.handle, p.public_key, p.signature_count, p.user_verified, p.transports,
                p.backup_eligible, p.backed_up, p.attestation, p.client_data, p.device, p.made_at, p.last_used_at
            from account.passkey p join account.passkey_holder h on h.person_id = p.person_id
            """;

    private final JdbcClient jdbc;

    PasskeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<byte[]> handle(PersonId person) {
        return jdbc.sql("select handle from account.passkey_holder where person_id = ?")
                .param(person.value())
                .query((row, n) -> row.getBytes(1))
                .optional();
    }

    void addHolder(PersonId person, byte[] handle) {
        jdbc.sql(
                        "insert into account.passkey_holder (person_id, handle) values (?, ?) on conflict (person_id) do nothing")
                .params(person.value(), handle)
                .update();
    }

    Optional<PersonId> holder(byte[] handle) {
        return jdbc.sql("select person_id from account.passkey_holder where handle = ?")
                .param(handle)
                .query((row, n) -> new PersonId(row.getObject(1, UUID.class)))
                .optional();
    }

    List<Passkey> of(PersonId person) {
        return jdbc.sql("""
                select id, device, made_at, last_used_at, backed_up from account.passkey
                where person_id = ? order by last_used_at desc
                """)
                .param(person.value())
                .query((row, n) -> new Passkey(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        instant(row, 3),
                        instant(row, 4),
                        row.getBoolean(5)))
                .list();
    }

    boolean remove(PersonId person, UUID passkey) {
        return jdbc.sql("delete from account.passkey where id = ? and person_id = ?")
                        .params(passkey, person.value())
                        .update()
                > 0;
    }

    /** A new one, or how an old one was used just now; its key and owner never change. */
    @Override
    public void save(CredentialRecord passkey) {
        jdbc.sql("""
                insert into account.passkey (id, credential_id, person_id, public_key, signature_count, user_verified, transports,
                    backup_eligible, backed_up, attestation, client_data, device, made_at, last_used_at)
                select ?, ?, person_id, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? from account.passkey_holder where handle = ?
                on conflict (credential_id) do update set signature_count = excluded.signature_count,
                    backed_up = excluded.backed_up, last_used_at = excluded.last_used_at
                """)
                .params(
                        UuidCreator.getTimeOrderedEpoch(),
                        passkey.getCredentialId().getBytes(),
                        passkey.getPublicKey().getBytes(),
                        passkey.getSignatureCount(),
                        passkey.isUvInitialized(),
                        passkey.getTransports().stream()
                                .map(AuthenticatorTransport::getValue)
                                .sorted()
                                .collect(Collectors.joining(",")),
                        passkey.isBackupEligible(),
                        passkey.isBackupState(),
                        Objects.requireNonNull(passkey.getAttestationObject()).getBytes(),
                        Objects.requireNonNull(passkey.getAttestationClientDataJSON())
                                .getBytes(),
                        passkey.getLabel(),
                        passkey.getCreated().atOffset(ZoneOffset.UTC),
                        passkey.getLastUsed().atOffset(ZoneOffset.UTC),
                        passkey.getUserEntityUserId().getBytes())
                .update();
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credential) {
        return jdbc.sql(COLUMNS + "where p.credential_id = ?")
                .param(credential.getBytes())
                .query((row, n) -> record(row))
                .optional()
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return jdbc.sql(COLUMNS + "where h.handle = ?")
                .param(handle.getBytes())
                .query((row, n) -> record(row))
                .list();
    }

    @Override
    public void delete(Bytes credential) {
        jdbc.sql("delete from account.passkey where credential_id = ?")
                .param(credential.getBytes())
                .update();
    }

    private static CredentialRecord record(ResultSet row) throws SQLException {
        Set<AuthenticatorTransport> transports = Arrays.stream(row.getString(6).split(","))
                .filter(transport -> !transport.isEmpty())
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toUnmodifiableSet());
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getBytes(1)))
                .userEntityUserId(new Bytes(row.getBytes(2)))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes(3)))
                .signatureCount(row.getLong(4))
                .uvInitialized(row.getBoolean(5))
                .transports(transports)
                .backupEligible(row.getBoolean(7))
                .backupState(row.getBoolean(8))
                .attestationObject(new Bytes(row.getBytes(9)))
                .attestationClientDataJSON(new Bytes(row.getBytes(10)))
                .label(row.getString(11))
                .created(instant(row, 12))
                .lastUsed(instant(row, 13))
                .build();
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
