package network.spheron.dao.marketplace.milestone;

import jakarta.persistence.Embeddable;

/** Why a round ended as it did: the published words and their hash on chain. */
@Embeddable
record OutcomeReason(String reason, String reasonHash) {}
