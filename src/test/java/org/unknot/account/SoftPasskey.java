package org.unknot.account;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/**
 * A passkey in the hand of somebody who does as they like: right unless it is told to lie. What it sends is WebAuthn's own form
 * (W3C Web Authentication Level 3, chapters 5.8.1, 6.1 and 6.5; RFC 8152 for the key).
 */
final class SoftPasskey {

    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final int WITH_KEY = 0x40;

    private final KeyPair keys = made();
    byte[] id = Tokens.hash(Tokens.fresh());
    String origin;
    String host = "localhost";
    int counter = 1;
    boolean verifiesItsOwner = true;
    boolean spoilsTheSignature;

    SoftPasskey(String origin) {
        this.origin = origin;
    }

    /** For {@code credential} of an answer at /api/passkeys. */
    String made(String challenge) {
        byte[] client = client("webauthn.create", challenge);
        byte[] data = data(WITH_KEY, attested());
        byte[] attestation = bytes(
                0xa3,
                text("fmt"),
                text("none"),
                text("attStmt"),
                0xa0,
                text("authData"),
                data.length > 255 ? bytes(0x59, data.length >> 8, data.length & 0xff) : bytes(0x58, data.length),
                data);
        return credential("\"clientDataJSON\":\"%s\",\"attestationObject\":\"%s\",\"transports\":[\"internal\"]"
                .formatted(url(client), url(attestation)));
    }

    /** For {@code credential} of an answer at /api/sign-ins. */
    String used(String challenge, byte[] handle) throws GeneralSecurityException {
        byte[] client = client("webauthn.get", challenge);
        byte[] data = data(0, new byte[0]);
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(keys.getPrivate());
        signature.update(data);
        signature.update(sha256(client));
        byte[] signed = signature.sign();
        if (spoilsTheSignature) {
            signed[signed.length - 1] ^= 1;
        }
        return credential(
                "\"clientDataJSON\":\"%s\",\"authenticatorData\":\"%s\",\"signature\":\"%s\",\"userHandle\":\"%s\""
                        .formatted(url(client), url(data), url(signed), url(handle)));
    }

    private String credential(String response) {
        return "{\"id\":\"%1$s\",\"rawId\":\"%1$s\",\"type\":\"public-key\",\"response\":{%2$s},\"clientExtensionResults\":{}}"
                .formatted(url(id), response);
    }

    private byte[] client(String type, String challenge) {
        return "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
                .formatted(type, challenge, origin)
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] data(int more, byte[] attested) {
        int flags = PRESENT | (verifiesItsOwner ? VERIFIED : 0) | more;
        return bytes(
                sha256(host.getBytes(StandardCharsets.UTF_8)),
                flags,
                ByteBuffer.allocate(4).putInt(counter).array(),
                attested);
    }

    private byte[] attested() {
        ECPublicKey key = (ECPublicKey) keys.getPublic();
        byte[] cose = bytes(
                0xa5,
                0x01,
                0x02,
                0x03,
                0x26,
                0x20,
                0x01,
                0x21,
                0x58,
                0x20,
                number(key.getW().getAffineX()),
                0x22,
                0x58,
                0x20,
                number(key.getW().getAffineY()));
        return bytes(new byte[16], id.length >> 8, id.length & 0xff, id, cose);
    }

    private static byte[] number(BigInteger coordinate) {
        byte[] bytes = coordinate.toByteArray();
        byte[] whole = new byte[32];
        int length = Math.min(bytes.length, 32);
        System.arraycopy(bytes, bytes.length - length, whole, 32 - length, length);
        return whole;
    }

    private static byte[] text(String word) {
        return bytes(0x60 + word.length(), word.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] bytes(Object... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Object part : parts) {
            if (part instanceof byte[] many) {
                all.writeBytes(many);
            } else {
                all.write((Integer) part);
            }
        }
        return all.toByteArray();
    }

    private static byte[] sha256(byte[] of) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(of);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair made() {
        try {
            KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
            keys.initialize(new ECGenParameterSpec("secp256r1"));
            return keys.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
