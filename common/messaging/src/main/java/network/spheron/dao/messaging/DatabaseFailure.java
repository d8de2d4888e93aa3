package network.spheron.dao.messaging;

import java.sql.SQLException;

/** The database refused a statement of the outbox or inbox, or did not answer. */
class DatabaseFailure extends RuntimeException {
    DatabaseFailure(SQLException cause) {
        super(cause.getMessage(), cause);
    }

    /**
     * Whether the failure lies with the database's state and not with what was asked of it: it does not answer, is short
     * of something, shuts down, or asks to try again (SQLSTATE classes 08, 53, 57 and 40; none means no connection).
     */
    static boolean isOutage(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                String state = sql.getSQLState();
                return state == null || state.matches("(08|53|57|40).*");
            }
        }
        return false;
    }
}
