package org.unknot.account;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.security.web.webauthn.api.AttestationConveyancePreference;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableAuthenticationExtensionsClientInputs;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialDescriptor;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialParameters;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.MapPublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import org.unknot.shared.Texts;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What we ask of an authenticator, and whether its answer holds. It must verify its user each time and keep the passkey so that
 * it is found without a name. Host and origin are our own setting, never a request's word (WebAuthn Level 3, 7.1 and 7.2).
 */
@Component
class RelyingParty {

    static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final int COUNT_AT = 33; // after the hash of our name and the flags

    private final PasskeyStore passkeys;
    private final PublicAddress address;
    private final Texts texts;
    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    RelyingParty(PasskeyStore passkeys, PublicAddress address, Texts texts) {
        this.passkeys = passkeys;
        this.address = address;
        this.texts = texts;
    }

    /** Options for {@code navigator.credentials.create}, as JSON. */
    String toMake(byte[] challenge, byte[] handle, String name) {
        return json.writeValueAsString(creation(challenge, handle, name));
    }

    /** Options for {@code navigator.credentials.get}, as JSON: whoever comes, since a passkey says itself whose it is. */
    String toUse(byte[] challenge) {
        return json.writeValueAsString(request(challenge));
    }

    /** Keeps the new passkey, if the answer holds; the handle must be on record by now. */
    Optional<CredentialRecord> made(byte[] challenge, byte[] handle, String answer, String device) {
        try {
            PublicKeyCredential<AuthenticatorAttestationResponse> credential =
                    json.readValue(answer, new TypeReference<>() {});
            return Optional.of(operations(handle)
                    .registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                            creation(challenge, handle, ""), new RelyingPartyPublicKey(credential, device))));
        } catch (DataAccessException away) {
            throw away;
        } catch (RuntimeException wrong) {
            // Whatever is wrong with it, and there is much in a stranger's bytes that can be, the answer is the same.
            return Optional.empty();
        }
    }

    /** The handle of whoever answered, if the answer holds. */
    Optional<byte[]> used(byte[] challenge, String answer) {
        try {
            PublicKeyCredential<AuthenticatorAssertionResponse> credential =
                    json.readValue(answer, new TypeReference<>() {});
            CredentialRecord known = passkeys.findByCredentialId(credential.getRawId());
            if (known == null
                    || !saysTheSame(credential.getResponse().getUserHandle(), known)
                    || isCopied(credential.getResponse().getAuthenticatorData(), known)) {
                return Optional.empty();
            }
            operations(known.getUserEntityUserId().getBytes())
                    .authenticate(new RelyingPartyAuthenticationRequest(request(challenge), credential));
            return Optional.of(known.getUserEntityUserId().getBytes());
        } catch (DataAccessException away) {
            throw away;
        } catch (RuntimeException wrong) {
            return Optional.empty(); // as above
        }
    }

    private static boolean saysTheSame(@Nullable Bytes handle, CredentialRecord known) {
        return handle == null || handle.equals(known.getUserEntityUserId());
    }

    /**
     * Of two with the same key one counts less than it said before (W3C Web Authentication, 6.1.1). What Spring compares with is the
     * count of when it was made. Passkeys that a phone shares with its owner's other devices do not count: they say 0.
     */
    private static boolean isCopied(Bytes authenticatorData, CredentialRecord known) {
        long count = Integer.toUnsignedLong(
                ByteBuffer.wrap(authenticatorData.getBytes()).getInt(COUNT_AT));
        return count <= known.getSignatureCount() && (count > 0 || known.getSignatureCount() > 0);
    }

    private PublicKeyCredentialCreationOptions creation(byte[] challenge, byte[] handle, String name) {
        List<PublicKeyCredentialDescriptor> there = passkeys.findByUserId(new Bytes(handle)).stream()
                .map(passkey -> PublicKeyCredentialDescriptor.builder()
                        .id(passkey.getCredentialId())
                        .transports(passkey.getTransports())
                        .build())
                .toList();
        return PublicKeyCredentialCreationOptions.builder()
                .rp(party())
                .user(user(handle, name))
                .challenge(new Bytes(challenge))
                .pubKeyCredParams(
                        PublicKeyCredentialParameters.EdDSA,
                        PublicKeyCredentialParameters.ES256,
                        PublicKeyCredentialParameters.RS256)
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build())
                .attestation(AttestationConveyancePreference.NONE)
                .extensions(new ImmutableAuthenticationExtensionsClientInputs(List.of()))
                .excludeCredentials(there)
                .timeout(PATIENCE)
                .build();
    }

    private PublicKeyCredentialRequestOptions request(byte[] challenge) {
        return PublicKeyCredentialRequestOptions.builder()
                .challenge(new Bytes(challenge))
                .rpId(address.host())
                .userVerification(UserVerificationRequirement.REQUIRED)
                .allowCredentials(List.of())
                .extensions(new ImmutableAuthenticationExtensionsClientInputs(List.of()))
                .timeout(PATIENCE)
                .build();
    }

    /** Made each time: our address is known only when the server is up, and a ceremony is rare. */
    private Webauthn4JRelyingPartyOperations operations(byte[] handle) {
        var holder = new MapPublicKeyCredentialUserEntityRepository();
        holder.save(user(handle, ""));
        return new Webauthn4JRelyingPartyOperations(
                holder, passkeys, party(), Set.of(address.origin().toString()));
    }

    private PublicKeyCredentialRpEntity party() {
        return PublicKeyCredentialRpEntity.builder()
                .id(address.host())
                .name(texts.text("account.passkey.party"))
                .build();
    }

    private static PublicKeyCredentialUserEntity user(byte[] handle, String name) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(new Bytes(handle))
                .name(name)
                .displayName(name)
                .build();
    }
}
