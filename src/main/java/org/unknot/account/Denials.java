package org.unknot.account;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.unknot.account.Standing.SignedIn;
import org.unknot.audit.Audit;
import org.unknot.audit.Audit.Action;
import org.unknot.shared.PersonId;

/**
 * Writes down what was refused, also when the caller's work is undone. Where a transaction is under way it waits for its end: an
 * entry of the same person in it holds that person's chain, and a second transaction would wait for the first one for ever.
 */
@Repository
class Denials {

    private final Audit audit;
    private final People people;
    private final DataSource source;

    Denials(Audit audit, People people, DataSource source) {
        this.audit = audit;
        this.people = people;
        this.source = source;
    }

    /** What was refused to whom. */
    private record Denial(Optional<PersonId> actor, PersonId subject, Action action, String purpose) {}

    void writeDown(Visitor visitor, PersonId subject, Action action, String purpose) {
        Denial denial = new Denial(known(visitor, subject), subject, action, purpose);
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            write(denial);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                inTheConnectionAtHand(() -> write(denial));
            }
        });
    }

    /** Another guest is as good as nobody: they are made as quickly as requests are, and each would have tries of their own. */
    private static Optional<PersonId> known(Visitor visitor, PersonId subject) {
        return visitor.actor().filter(actor -> visitor.standing() instanceof SignedIn || actor.equals(subject));
    }

    /** Who does not exist has no chain: the try is told of whoever made it. */
    private void write(Denial denial) {
        Optional<PersonId> whose = people.exists(denial.subject())
                ? Optional.of(denial.subject())
                : denial.actor().filter(people::exists);
        whose.ifPresentOrElse(
                person -> audit.recordDenial(denial.actor(), person, denial.action(), denial.purpose()),
                () -> audit.countDenial(denial.action(), denial.purpose()));
    }

    /**
     * Of the transaction that has just ended, which is given back only after this. To ask for a second one would be to wait for it
     * with the first in hand: ten strangers at once, and nobody gets any.
     */
    private void inTheConnectionAtHand(Runnable work) {
        Connection connection = DataSourceUtils.getConnection(source);
        try {
            work.run();
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        } catch (SQLException gone) {
            throw new DataAccessResourceFailureException("A refusal could not be written down", gone);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }
}
