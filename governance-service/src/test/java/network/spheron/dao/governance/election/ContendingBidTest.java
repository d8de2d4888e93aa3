package network.spheron.dao.governance.election;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContendingBidTest {
    @Test
    void aBidWithoutATitleIsCalledByItsNumberFromOne() {
        assertThat(ContendingBid.nameOf(0, null)).isEqualTo("Bid 1");
    }
}
