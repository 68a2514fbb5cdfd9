package org.unknot.account;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import org.unknot.shared.PersonId;

/**
 * Signs guest ids with HMAC-SHA-256, so that a cookie cannot be made up. The key is random, made once, and kept in the
 * database so that all nodes and restarts agree on it.
 */
@Component
class GuestSignature {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    GuestSignature(SigningKeys keys) {
        byte[] fresh = new byte[32];
        new SecureRandom().nextBytes(fresh);
        key = new SecretKeySpec(keys.keepFirst(fresh), ALGORITHM);
    }

    String sign(PersonId person) {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        byte[] id = bytes(person);
        return base64.encodeToString(id) + "." + base64.encodeToString(mac(id));
    }

    Optional<PersonId> verify(String signed) {
        String[] parts = signed.split("\\.", -1);
        if (parts.length != 2) {
            return Optional.empty();
        }
        byte[] id;
        byte[] claimed;
        try {
            id = Base64.getUrlDecoder().decode(parts[0].getBytes(StandardCharsets.US_ASCII));
            claimed = Base64.getUrlDecoder().decode(parts[1].getBytes(StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        // Constant time: how much of a forged signature is right must not show in how long the answer takes.
        if (id.length != 16 || !MessageDigest.isEqual(mac(id), claimed)) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(id);
        return Optional.of(new PersonId(new UUID(buffer.getLong(), buffer.getLong())));
    }

    /** Another key, made from ours for that purpose alone. */
    byte[] keyFor(String purpose) {
        return mac(purpose.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] mac(byte[] id) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(id);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }

    private static byte[] bytes(PersonId person) {
        return ByteBuffer.allocate(16)
                .putLong(person.value().getMostSignificantBits())
                .putLong(person.value().getLeastSignificantBits())
                .array();
    }
}
