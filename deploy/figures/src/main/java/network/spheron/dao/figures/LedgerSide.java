package network.spheron.dao.figures;

import java.util.List;

/** A way to move amounts between accounts that are numbered from 0. */
interface LedgerSide {
    /** Makes all transfers durable. */
    void transfer(List<Transfer> transfers);

    /** What an account has gained less what it has given. */
    long balance(int account);
}
