package network.spheron.dao.governance.ballot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import network.spheron.dao.chain.ChainUnavailable;
import network.spheron.dao.identity.Caller;
import org.junit.jupiter.api.Test;

class VoterEligibilityTest {
    private static final String VOTE = "the vote";
    private static final String FIRST = "0x" + "1".repeat(40);
    private static final String SECOND = "0x" + "2".repeat(40);

    @Test
    void aVoteThatIsNotOpenIsTheFirstReason() {
        String reason = visitor().against(VoterEligibilityTest::closed, VoterEligibilityTest::withoutPower);

        assertThat(reason).isEqualTo("The vote has ended.");
    }

    @Test
    void aVisitorIsToldToSignIn() {
        assertThat(visitor().against(() -> VOTE, VoterEligibilityTest::withoutPower))
                .isEqualTo("Sign in to vote.");
    }

    @Test
    void aPersonWithoutAWalletIsToldToLinkOne() {
        assertThat(person().against(() -> VOTE, VoterEligibilityTest::withoutPower))
                .isEqualTo("Link a wallet first.");
    }

    @Test
    void oneWalletThatCanVoteIsEnough() {
        String reason = person(FIRST, SECOND).against(() -> VOTE, (vote, wallet) -> {
            if (wallet.equals(FIRST)) {
                withoutPower(vote, wallet);
            }
        });

        assertThat(reason).isNull();
    }

    @Test
    void everyWalletThatCannotVoteIsNamed() {
        assertThat(person(FIRST, SECOND).against(() -> VOTE, VoterEligibilityTest::withoutPower))
                .isEqualTo("Wallet " + FIRST + " had no voting power when it was counted. Wallet " + SECOND
                        + " had no voting power when it was counted.");
    }

    @Test
    void nothingIsHeldAgainstAWalletWhileTheChainDoesNotAnswer() {
        String reason = person(FIRST).against(() -> VOTE, (vote, wallet) -> {
            throw new ChainUnavailable("no answer", null);
        });

        assertThat(reason).isNull();
    }

    private static void withoutPower(String vote, String wallet) {
        throw new NoVotingPower(wallet, 17);
    }

    private static String closed() {
        throw VotingNotOpen.over(17);
    }

    private static VoterEligibility visitor() {
        return new VoterEligibility(new Somebody(false, Set.of()));
    }

    private static VoterEligibility person(String... wallets) {
        return new VoterEligibility(new Somebody(true, Set.of(wallets)));
    }

    /** Whoever asks. */
    private record Somebody(boolean isSignedIn, Set<String> wallets) implements Caller {
        @Override
        public String personId() {
            return name();
        }

        @Override
        public String name() {
            return "somebody";
        }

        @Override
        public boolean hasRole(String role) {
            return false;
        }

        @Override
        public Set<String> walletsEver() {
            return wallets;
        }

        @Override
        public void requireWallet(String address) {
            assertThat(wallets).contains(address);
        }
    }
}
