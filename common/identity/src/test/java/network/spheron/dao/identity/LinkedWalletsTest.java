package network.spheron.dao.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.TestTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import network.spheron.dao.chain.signing.Signatures;
import network.spheron.dao.events.WalletLinked;
import network.spheron.dao.testing.TestKeys;
import network.spheron.dao.testing.TestKeys.TestKey;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(IdentityStack.class)
@TestTransaction
class LinkedWalletsTest {
    private static final TestKey WALLET = TestKeys.key(7);

    @Inject
    @SuppressWarnings("NullAway.Init")
    LinkedWallets linkedWallets;

    @Inject
    @SuppressWarnings("NullAway.Init")
    WalletProofs proofs;

    @Inject
    @SuppressWarnings("NullAway.Init")
    RememberWallet rememberWallet;

    @Test
    void linkedWalletIsKnownWithItsProof() {
        WalletLinked event = link("ada", WALLET);

        assertThat(linkedWallets.currentOf("ada")).containsExactly(WALLET.address());
        assertThat(event.linked()).isTrue();
        assertThat(event.message()).contains("Request ID: ada");
    }

    @Test
    void endedLinkIsRemembered() {
        WalletLinked linked = link("ada", WALLET);

        WalletLinked ended = linkedWallets.unlink("ada", WALLET.address());

        assertThat(ended.linked()).isFalse();
        assertThat(ended.at()).isGreaterThan(linked.at());
        assertThat(linkedWallets.currentOf("ada")).isEmpty();
        assertThat(linkedWallets.everOf("ada")).containsExactly(WALLET.address());
    }

    @Test
    void walletOfSomebodyElseIsRefused() {
        link("ada", WALLET);

        assertThatThrownBy(() -> link("bob", WALLET)).isInstanceOf(WalletTaken.class);
    }

    @Test
    void walletMayMoveOnceItsLinkHasEnded() {
        link("ada", WALLET);
        linkedWallets.unlink("ada", WALLET.address());

        link("bob", WALLET);

        assertThat(linkedWallets.currentOf("bob")).containsExactly(WALLET.address());
        assertThat(linkedWallets.currentOf("ada")).isEmpty();
        assertThat(linkedWallets.everOf("ada")).containsExactly(WALLET.address());
    }

    @Test
    void onlyTheirOwnLinkCanBeEnded() {
        link("ada", WALLET);

        assertThatThrownBy(() -> linkedWallets.unlink("bob", WALLET.address())).isInstanceOf(WalletNotLinked.class);
    }

    @Test
    void publishedLinkIsKeptWhenItsProofHolds() {
        rememberWallet.handle(published("ada", WALLET, true, 100));

        assertThat(linkedWallets.currentOf("ada")).containsExactly(WALLET.address());
    }

    @Test
    void publishedLinkWithoutAProofIsRefused() {
        WalletLinked event = published("ada", WALLET, true, 100);
        String others = TestKeys.key(8).address();

        assertThatThrownBy(() -> rememberWallet.handle(
                        new WalletLinked(others, "ada", event.message(), event.signature(), true, 100)))
                .isInstanceOf(WalletProofRefused.class);
        assertThatThrownBy(() -> rememberWallet.handle(
                        new WalletLinked(WALLET.address(), "bob", event.message(), event.signature(), true, 100)))
                .isInstanceOf(WalletProofRefused.class);
        assertThat(linkedWallets.everOf("bob")).isEmpty();
    }

    @Test
    void oldNewsDoesNotLinkAgain() {
        rememberWallet.handle(published("ada", WALLET, true, 100));
        rememberWallet.handle(published("ada", WALLET, false, 101));

        rememberWallet.handle(published("ada", WALLET, true, 100));

        assertThat(linkedWallets.currentOf("ada")).isEmpty();
    }

    @Test
    void publishedMoveEndsTheFormerLink() {
        rememberWallet.handle(published("ada", WALLET, true, 100));

        rememberWallet.handle(published("bob", WALLET, true, 102));

        assertThat(linkedWallets.currentOf("bob")).containsExactly(WALLET.address());
        assertThat(linkedWallets.currentOf("ada")).isEmpty();
    }

    private WalletLinked link(String person, TestKey wallet) {
        String text = proofs.request(person, person, wallet.address()).text();
        return linkedWallets.link(person, text, wallet.sign(Signatures.textDigest(text)));
    }

    private WalletLinked published(String person, TestKey wallet, boolean linked, long at) {
        String text = proofs.request(person, person, wallet.address()).text();
        String signature = wallet.sign(Signatures.textDigest(text));
        return new WalletLinked(wallet.address(), person, text, signature, linked, at);
    }
}
