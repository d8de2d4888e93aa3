package network.spheron.dao.governance.ballot;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How signed votes and ballots are put into transactions. A transaction may use 2^24 gas at most (EIP-7825). */
@ConfigMapping(prefix = "spheron.governance.relay")
public interface BallotConfig {
    /** Gas that one batch may need by estimate; the rest up to the cap is reserve. */
    @WithDefault("15000000")
    long batchGas();

    /** Gas estimated for one vote on a proposal. */
    @WithDefault("70000")
    long gasPerVote();

    /** Gas estimated for one ballot on bids, apart from its choices. */
    @WithDefault("80000")
    long gasPerBallot();

    /** Gas estimated for one choice of a ballot. */
    @WithDefault("1500")
    long gasPerChoice();

    /** Gas estimated for the tally of one bid, written once per batch. */
    @WithDefault("23000")
    long gasPerTally();

    /** Most votes or ballots in one request. */
    @WithDefault("500")
    int mostPerRequest();
}
