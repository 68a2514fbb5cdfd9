package org.unknot.account;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.unknot.audit.Audit;
import org.unknot.audit.Audit.Action;
import org.unknot.shared.PersonId;

/**
 * Writes wrong tries to sign in into the audit of whose account it is, after the answer went out: done before it, the work would
 * tell that there is such an account.
 */
@Component
class WrongTries implements DisposableBean {

    static final String THREAD = "wrong-tries";

    private static final Logger LOG = LoggerFactory.getLogger(WrongTries.class);

    private final Audit audit;
    private final ExecutorService later = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name(THREAD).factory());

    WrongTries(Audit audit) {
        this.audit = audit;
    }

    void at(PersonId person) {
        later.execute(() -> write(person));
    }

    private void write(PersonId person) {
        try {
            audit.recordDenial(Optional.empty(), person, Action.SIGN_IN, Purpose.ACCOUNT.name());
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("A wrong try to sign in is not in the audit, no database: {}", away.getMessage());
        }
    }

    @Override
    public void destroy() {
        later.shutdown();
    }
}
