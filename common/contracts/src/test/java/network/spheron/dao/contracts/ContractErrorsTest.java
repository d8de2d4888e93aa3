package network.spheron.dao.contracts;

import static network.spheron.dao.contracts.Tool.cast;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContractErrorsTest {
    private static final String ALICE = "0x00000000000000000000000000000000000a11ce";

    @Test
    void ownErrorIsDescribedWithItsValues() {
        assertThat(ContractErrors.describe(cast("calldata", "BiddingClosed(uint64)", "1767225600")))
                .contains(new Described("BiddingClosed", "bidding closed (bidding ends 1767225600)"));
    }

    @Test
    void addressesAreShownInLowerCaseHex() {
        assertThat(ContractErrors.describe(cast("calldata", "OnlyTimelock(address)", ALICE)))
                .contains(new Described("OnlyTimelock", "only timelock (caller " + ALICE + ")"));
    }

    @Test
    void errorOfOpenZeppelinIsDescribed() {
        assertThat(ContractErrors.describe(
                        cast("calldata", "ERC20InsufficientBalance(address,uint256,uint256)", ALICE, "1", "2")))
                .hasValueSatisfying(error -> assertThat(error.name()).isEqualTo("ERC20InsufficientBalance"));
    }

    @Test
    void reasonAndPanicOfSolidityAreDescribed() {
        assertThat(ContractErrors.describe(cast("calldata", "Error(string)", "not now")))
                .contains(new Described("Error", "error (reason not now)"));
        assertThat(ContractErrors.describe(cast("calldata", "Panic(uint256)", "17")))
                .contains(new Described("Panic", "panic (code 17)"));
    }

    @Test
    void anythingElseIsNoKnownError() {
        assertThat(ContractErrors.describe("0x")).isEmpty();
        assertThat(ContractErrors.describe("0x00000000")).isEmpty();
        assertThat(ContractErrors.describe(
                        cast("calldata", "BiddingClosed(uint64)", "1").substring(0, 20)))
                .isEmpty();
    }

    @Test
    void selectorInABatchRefusalHasItsName() {
        assertThat(ContractErrors.nameOf(cast("sig", "StaleBallot(address,uint256,uint256)")))
                .contains("StaleBallot");
        assertThat(ContractErrors.nameOf("0x00000000")).isEmpty();
    }
}
