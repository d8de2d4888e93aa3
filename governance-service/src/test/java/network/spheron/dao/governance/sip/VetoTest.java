package network.spheron.dao.governance.sip;

import static org.assertj.core.api.Assertions.assertThat;

import network.spheron.dao.chain.signing.Keccak;
import org.junit.jupiter.api.Test;

class VetoTest {
    private static final String GUARDIAN = "0x00000000000000000000000000000000000000aa";

    @Test
    void longReasonIsCutBetweenCharactersAndHashedWhole() {
        String reason = "a".repeat(1_999) + "\uD83D\uDE80".repeat(5);

        ProposalView.Vetoed veto = Veto.of(GUARDIAN, reason).view();

        assertThat(veto.reason()).isEqualTo("a".repeat(1_999) + "\uD83D\uDE80");
        assertThat(veto.reasonHash()).isEqualTo(Keccak.hash(reason));
    }

    @Test
    void zeroCharacterThatTheDatabaseRefusesIsReplaced() {
        assertThat(Veto.of(GUARDIAN, "a\0b").view().reason()).isEqualTo("a\uFFFDb");
    }
}
