package org.unknot.demo;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.unknot.shared.PersonId;

/** Links by which one signs in as somebody invented, each once. They are nowhere but in memory and on the console. */
@Component
@ConditionalOnProperty("unknot.demo")
public class DemoLinks {

    private static final int BYTES = 18;

    private final Map<String, PersonId> open = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();

    /** A local address. */
    String make(PersonId person) {
        byte[] token = new byte[BYTES];
        random.nextBytes(token);
        String letters = Base64.getUrlEncoder().withoutPadding().encodeToString(token);
        open.put(letters, person);
        return "/demo/sign-in/" + letters;
    }

    public boolean isOpen(String token) {
        return open.containsKey(token);
    }

    /** Whose link it is; it opens nothing after this. */
    public Optional<PersonId> use(String token) {
        return Optional.ofNullable(open.remove(token));
    }
}
