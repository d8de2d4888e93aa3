package network.spheron.dao.governance.election;

import java.math.BigInteger;

/** A bid on the ballot with its price and its votes. */
public record CountedBid(int index, BigInteger price, BigInteger yes, BigInteger no) {
    BigInteger lead() {
        return yes.subtract(no);
    }
}
