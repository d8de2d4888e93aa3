package network.spheron.dao.events;

import java.math.BigInteger;

/**
 * How one bid fared, in units of the governance token.
 *
 * @param approved met the mandate's margin and quorum
 * @param won was awarded; an approved bid that did not win no longer fitted the budget
 */
public record BidResult(
        int bidIndex, BigInteger yes, BigInteger no, BigInteger abstain, boolean approved, boolean won) {}
