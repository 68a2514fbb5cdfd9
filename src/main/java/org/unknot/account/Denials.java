package org.unknot.account;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.unknot.audit.Audit;
import org.unknot.audit.Audit.Action;
import org.unknot.shared.PersonId;

/**
 * Writes down what was refused, also when the caller's work is undone. Where a transaction is under way it waits for its end: an
 * entry of the same person in it holds that person's chain, and a second transaction would wait for the first one for ever.
 */
@Component
class Denials {

    private final Audit audit;

    Denials(Audit audit) {
        this.audit = audit;
    }

    void writeDown(Optional<PersonId> actor, PersonId subject, Action action, String purpose) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            audit.recordDenial(actor, subject, action, purpose);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                audit.recordDenial(actor, subject, action, purpose);
            }
        });
    }
}
