package org.unknot.database;

/** A PostgreSQL that answers. */
sealed interface DatabaseServer extends AutoCloseable permits EmbeddedServer, OutsideServer {

    DatabaseAddress address();

    /** Stops the server where it is ours; does nothing to an outside one. */
    @Override
    void close();
}
