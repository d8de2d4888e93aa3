package network.spheron.dao.chain.relay;

import java.math.BigInteger;

/** How much gas a transaction is given. */
final class GasLimit {
    private GasLimit() {}

    /** A quarter more than it would use now: what others send first may change the storage that the call meets. */
    static BigInteger withHeadroom(BigInteger used) {
        return used.add(used.shiftRight(2));
    }
}
