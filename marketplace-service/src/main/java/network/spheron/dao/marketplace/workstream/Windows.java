package network.spheron.dao.marketplace.workstream;

import jakarta.persistence.Embeddable;

/** When bidding, reveal and review end, fixed on chain at opening; seconds since the epoch, each end exclusive. */
@Embeddable
public record Windows(Long openedAt, Long biddingEnds, Long revealEnds, Long reviewEnds) {}
